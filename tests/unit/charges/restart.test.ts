import { describe, expect, it } from 'vitest';
import { CHARGE_STATUSES, type ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { toChargeView } from '../../../main/core/rpc/views/charge-view.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { finalized, forced, givenUp, refundUnclear, SAMPLES } from '../domain/charge/samples.ts';
import { setUpTill, TIME_LIMIT, type TestTill } from './setup-till.ts';

/** A till that died with a charge in some state, its outbox lost with it as after a restore, but for `left`. */
function died(
  events: readonly ChargeEvent[],
  left: (shop: TestTill, id: string) => void = () => undefined,
): { shop: TestTill; id: string } {
  const shop = setUpTill();
  shop.gateway.always('create', () => new Promise(() => undefined));
  const id = shop.place();
  for (const event of events) shop.act(id, event);
  shop.till.ledger.db.exec('DELETE FROM outbox_job');
  left(shop, id);
  shop.crash();
  return { shop, id };
}

/** What a charge in each state owes the world when its outbox is gone. */
const OWED: Record<ChargeStatus, readonly string[]> = {
  queued: ['create 1', 'time-limit'],
  creating: ['create 1', 'time-limit'],
  pending: ['look-up 1', 'time-limit'],
  cancelling: ['cancel 1'],
  approved: [],
  cancelled: [],
  expired: [],
  failed: [],
  refund_pending: ['refund 1'],
  partially_refunded: [],
  refunded: [],
};

describe('the start after a restore', () => {
  it.each(CHARGE_STATUSES)('owes again what a charge owes that is %s', (status) => {
    const { shop, id } = died(SAMPLES[status]);
    shop.start();
    expect(shop.owed(id)).toEqual(OWED[status]);
    expect(shop.charge(id).status).toBe(status);
  });

  it('sends no create again: it is searched for, and a fresh order made', async () => {
    const { shop, id } = died([]);
    shop.gateway.always('create', (order) => says.opened(order, 'fresh'));
    shop.start();
    await shop.clock.advance(0);
    expect(shop.gateway.asked('create').map(([order]) => order.orderRef)).toEqual([`${id}-2`]);
    expect(shop.charge(id)).toMatchObject({
      status: 'pending',
      attempts: [{ status: 'lost' }, { status: 'open' }],
    });
  });

  it('sends no refund again: the order is read', async () => {
    const { shop, id } = died([...SAMPLES.approved, finalized, ...SAMPLES.refund_pending.slice(-1)]);
    shop.gateway.always('read', says.reading('partial_refunded'));
    shop.start();
    await shop.clock.advance(SECOND);
    expect(shop.gateway.asked('refund')).toEqual([]);
    expect(shop.charge(id)).toMatchObject({ status: 'partially_refunded', refundedAmount: 300 });
  });

  it('goes on with a return that the gateway began', () => {
    const seen = { askedAt: 99, rawWord: 'refund_pending', paidAmount: null, endToEndId: null } as const;
    const { shop, id } = died([
      ...SAMPLES.cancelling,
      { type: 'seen', attempt: 1, word: 'refund_pending', ...seen },
    ]);
    shop.start();
    expect(shop.owed(id)).toEqual(['watch 1']);
  });
});

describe('the start of a ledger with an unclear refund', () => {
  const unclear = [...SAMPLES.refund_pending, refundUnclear()];

  it.each([
    ['open', unclear],
    ['finalized', [...SAMPLES.approved, finalized, ...SAMPLES.refund_pending.slice(-1), refundUnclear()]],
    ['settled without proof', [...unclear, forced()]],
  ])('reads the order at once, though an earlier version had given it up: %s', async (_, events) => {
    const { shop, id } = died(events, ({ till, clock }, chargeId) => {
      const job = till.ledger.jobs.put({ kind: 'refund', chargeId, attempt: 1, delayMs: 0 }, clock.now());
      till.ledger.jobs.bury(job.id, 'refund unclear');
    });
    shop.gateway.always('read', says.reading('refunded'));
    shop.start();
    expect(shop.owed(id)).toEqual(['watch 1']);
    await shop.clock.advance(0);
    expect(shop.charge(id)).toMatchObject({ status: 'refunded', refundedAmount: 1000, problem: null });
    expect(shop.owed(id)).toEqual([]);
  });

  it('reads at once what is watched seldom by now, and leaves the watch of a closed order until it is due', async () => {
    const shop = setUpTill();
    const closed = shop.place();
    await shop.clock.advance(0);
    shop.gateway.always('read', ({ orderId }) =>
      says.reading(orderId === 'order-1' ? 'cancelled' : 'partial_refunded', { orderId }),
    );
    shop.act(closed, givenUp());
    await shop.clock.advance(10 * MINUTE);
    const open = shop.place();
    await shop.clock.advance(2 * HOUR);
    expect(shop.charge(open).problem?.code).toBe('refund-unclear');
    shop.crash();
    shop.gateway.calls.length = 0;
    shop.start();
    await shop.clock.advance(0);
    expect(shop.gateway.asked('read').map(([{ orderId }]) => orderId)).toEqual(['order-2']);
  });
});

describe('the start after a crash', () => {
  it('never sends a create twice that was on its way', async () => {
    const shop = setUpTill();
    shop.gateway.next('create', () => new Promise(() => undefined));
    const id = shop.place();
    await shop.clock.advance(0);
    expect(shop.gateway.asked('create')).toHaveLength(1);
    shop.crash();
    shop.start();
    await shop.clock.advance(0);
    expect(shop.gateway.asked('create').map(([order]) => order.orderRef)).toEqual([`${id}-1`, `${id}-2`]);
    expect(shop.charge(id)).toMatchObject({
      status: 'pending',
      attempts: [{ status: 'lost' }, { status: 'open' }],
    });
  });

  it('sends one that had not left', async () => {
    const shop = setUpTill();
    const id = shop.place();
    shop.crash();
    shop.start();
    await shop.clock.advance(0);
    expect(shop.gateway.asked('create').map(([order]) => order.orderRef)).toEqual([`${id}-1`]);
    expect(shop.charge(id).status).toBe('pending');
  });

  it('finds a payment made meanwhile before it gives the charge up', async () => {
    const shop = setUpTill();
    const id = shop.place();
    await shop.clock.advance(0);
    shop.crash();
    await shop.clock.advance(HOUR);
    shop.gateway.always('read', says.unreachable);
    shop.gateway.always('wallets', says.unreachable);
    shop.start();
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id).status).toBe('pending');
    expect(toChargeView(shop.charge(id), shop.till).answer).toBe('doubt');
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', late: false });
  });

  it('gives it up once it has heard that nobody paid', async () => {
    const shop = setUpTill();
    const id = shop.place();
    await shop.clock.advance(0);
    shop.crash();
    await shop.clock.advance(HOUR);
    shop.start();
    await shop.clock.advance(10 * SECOND);
    expect(shop.charge(id)).toMatchObject({ status: 'expired', givenUp: 'time-limit' });
  });

  it('counts the time that is left, not the whole limit again', async () => {
    const shop = setUpTill();
    const id = shop.place();
    await shop.clock.advance(4 * MINUTE);
    shop.crash();
    shop.start();
    await shop.clock.advance(TIME_LIMIT - 4 * MINUTE - SECOND);
    expect(shop.charge(id).status).toBe('pending');
    await shop.clock.advance(10 * SECOND);
    expect(shop.charge(id).status).toBe('expired');
  });

  it('knows nothing of a payment until it has asked: the answer is doubt', async () => {
    const shop = setUpTill();
    const id = shop.place();
    await shop.clock.advance(0);
    shop.crash();
    shop.gateway.always('read', () => new Promise(() => undefined));
    shop.gateway.always('wallets', () => new Promise(() => undefined));
    shop.start();
    await shop.clock.advance(0);
    expect(toChargeView(shop.charge(id), shop.till).answer).toBe('doubt');
  });
});

describe('the sell screen', () => {
  it('comes when every open charge was asked about', async () => {
    const shop = setUpTill();
    const id = shop.place();
    await shop.clock.advance(0);
    shop.crash();
    shop.start();
    expect(shop.till.recovering()).toBe(true);
    await shop.clock.advance(0);
    expect(shop.till.recovering()).toBe(false);
    expect([...shop.till.leftFromLastRun]).toEqual([id]);
  });

  it('comes after 5 s when the gateway is silent', async () => {
    const shop = setUpTill();
    shop.place();
    await shop.clock.advance(0);
    shop.crash();
    shop.gateway.always('read', () => new Promise(() => undefined));
    shop.start();
    await shop.clock.advance(5 * SECOND - 1);
    expect(shop.till.recovering()).toBe(true);
    await shop.clock.advance(1);
    expect(shop.till.recovering()).toBe(false);
  });

  it('waits for no charge that only its operator can end', async () => {
    const shop = setUpTill();
    const id = shop.place();
    await shop.clock.advance(0);
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(3 * SECOND);
    expect(shop.charge(id).status).toBe('approved');
    shop.crash();
    shop.start();
    await shop.clock.advance(0);
    expect(shop.till.recovering()).toBe(false);
    expect([...shop.till.leftFromLastRun]).toEqual([id]);
  });

  it('finds nothing that waits for nobody', async () => {
    const shop = setUpTill();
    const id = shop.place();
    await shop.clock.advance(0);
    shop.gateway.always('read', says.unreachable);
    shop.act(id, givenUp());
    shop.crash();
    shop.start();
    expect(shop.till.leftFromLastRun.size).toBe(0);
  });
});

describe('a clock that was set back', () => {
  const codes = (shop: TestTill): string[] => shop.till.notices.all().map(({ code }) => code);

  it('is told, once it is behind the newest event by more than a minute', () => {
    for (const [back, told] of [
      [DAY, true],
      [30 * SECOND, false],
      [-DAY, false],
    ] as const) {
      const shop = setUpTill();
      shop.place();
      shop.crash();
      shop.clock.jump(-back);
      shop.start();
      expect(codes(shop).includes('clock-set-back'), `${back}`).toBe(told);
    }
  });

  it('is told also of a ledger without a charge, which has its first row', () => {
    const shop = setUpTill();
    shop.crash();
    shop.clock.jump(-DAY);
    shop.start();
    expect(codes(shop)).toEqual(['clock-set-back']);
  });
});
