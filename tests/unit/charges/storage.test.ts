import { describe, expect, it } from 'vitest';
import { fold } from '../../../main/core/ledger/projections/fold.ts';
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { finalized, givenUp } from '../domain/charge/samples.ts';
import { setUpTill, type TestTill } from './setup-till.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

/** What a till writes while it works. Tables have room inside that a full disk leaves them: here each row wants more. */
const WRITES = ['INSERT ON ledger_event', 'UPDATE ON charge', 'INSERT ON outbox_job', 'UPDATE ON outbox_job'];

/** Lets the disk hold what it holds, and not a page more: SQLite itself then says that it is full. */
function fill({ till }: TestTill): void {
  const { db } = till.ledger;
  db.exec('CREATE TABLE IF NOT EXISTS ballast (x BLOB)');
  db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`);
  WRITES.forEach((write, place) =>
    db.exec(
      `CREATE TEMP TRIGGER full_${place} AFTER ${write} BEGIN INSERT INTO ballast VALUES (zeroblob(9999)); END`,
    ),
  );
}

function makeRoom({ till }: TestTill): void {
  till.ledger.db.pragma('max_page_count = 1000000');
  WRITES.forEach((_, place) => till.ledger.db.exec(`DROP TRIGGER full_${place}`));
}

/** Everything that is on disk, so that nothing half done can hide. */
function onDisk({ till }: TestTill): unknown {
  const all = (sql: string): unknown[] => till.ledger.db.prepare(sql).all();
  return [
    all('SELECT seq FROM ledger_event'),
    all('SELECT * FROM charge'),
    all('SELECT * FROM attempt'),
    all('SELECT id, kind, charge_id, attempt_no FROM outbox_job'),
  ];
}

describe('a disk that is really full', () => {
  it('takes no charge, leaves nothing half written, says so, and works again when there is room', async () => {
    const shop = setUpTill();
    await shop.clock.advance(0);
    const first = shop.place();
    await shop.clock.advance(0);
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(3 * SECOND);
    shop.act(first, finalized);
    fill(shop);
    const before = onDisk(shop);
    let refused = 0;
    for (let tries = 0; tries < 5; tries++) {
      try {
        shop.place();
      } catch (error) {
        expect(String(error)).toContain('storage-failed');
        refused += 1;
      }
    }
    expect(refused).toBe(5);
    expect(onDisk(shop)).toEqual(before);
    expect(shop.till.ledger.db.inTransaction).toBe(false);
    expect(shop.till.notices.all().map(({ code }) => code)).toEqual(['disk-full']);
    expect(shop.gateway.asked('create')).toHaveLength(1);
    makeRoom(shop);
    const id = shop.place();
    await shop.clock.advance(0);
    expect(shop.charge(id).status).toBe('pending');
    expect(shop.till.notices.dismiss('disk-full')).toBe(true);
    expect(shop.till.ledger.log.firstBroken()).toBeNull();
  });

  it('refuses what a person does to a charge, and the charge stays as it was', async () => {
    const shop = setUpTill();
    const id = shop.place();
    await shop.clock.advance(0);
    fill(shop);
    const before = onDisk(shop);
    expect(shop.till.service.act(id, givenUp(), byWindow('ana'))).toEqual({
      ok: false,
      error: 'storage-failed',
    });
    expect(onDisk(shop)).toEqual(before);
    makeRoom(shop);
    expect(shop.act(id, givenUp()).status).toBe('cancelling');
  });

  it('between a create and its answer: the order is found and cancelled, and nothing is sent twice', async () => {
    const shop = setUpTill();
    shop.gateway.next('create', (order) => {
      fill(shop);
      return says.opened(order, 'orphan');
    });
    const id = shop.place();
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id).status).toBe('creating');
    makeRoom(shop);
    shop.gateway.next('find', says.listed(['orphan']));
    shop.gateway.next('read', says.reading('pending', { orderId: 'orphan', orderRef: `${id}-1` }));
    await shop.clock.advance(MINUTE);
    const references = shop.gateway.asked('create').map(([order]) => order.orderRef);
    expect(references).toEqual([`${id}-1`, `${id}-2`]);
    expect(shop.gateway.asked('cancel')).toEqual([[{ orderId: 'orphan', family: 'order' }]]);
    expect(shop.charge(id)).toMatchObject({
      status: 'pending',
      attempts: [{ status: 'closed' }, { status: 'open' }],
    });
    expect(fold(shop.till.ledger.log.of(id))).toEqual(shop.charge(id));
  });

  it('when a payment is seen: it is seen again when there is room', async () => {
    const shop = setUpTill();
    const id = shop.place();
    await shop.clock.advance(0);
    shop.gateway.always('read', says.paid(1000));
    fill(shop);
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id).status).toBe('pending');
    makeRoom(shop);
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', late: false });
  });

  it('when the time is up: the countdown is not forgotten', async () => {
    const shop = setUpTill();
    const id = shop.place({ timeLimitMs: 30 * SECOND });
    await shop.clock.advance(0);
    fill(shop);
    await shop.clock.advance(2 * MINUTE);
    expect(shop.charge(id).status).toBe('pending');
    makeRoom(shop);
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id).status).toBe('expired');
  });

  it('at the start: the till starts, says so, and what it owes goes on', async () => {
    const shop = setUpTill();
    const id = shop.place();
    await shop.clock.advance(0);
    shop.crash();
    shop.start();
    fill(shop);
    await shop.clock.advance(10 * SECOND);
    expect(shop.till.recovering()).toBe(false);
    expect(shop.logs.filter(({ event }) => event === 'core-crashed')).toEqual([]);
    makeRoom(shop);
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id).status).toBe('approved');
  });
});
