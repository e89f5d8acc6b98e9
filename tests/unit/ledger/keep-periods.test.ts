import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backupNow, newestBackups, stampOf } from '../../../main/core/ledger/backup/backups.ts';
import { removeOldFiles } from '../../../main/core/ledger/backup/kept-files.ts';
import { keepPeriods } from '../../../main/core/ledger/upkeep/keep-periods.ts';
import {
  createPrintJobStore,
  type PrintJobStore,
} from '../../../main/core/printing/queue/print-job-store.ts';
import { BACKUP_DAYS, SLIP_DAYS } from '../../../shared/kernel/retention.ts';
import { DAY, MINUTE } from '../../../shared/kernel/time.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';
import { createVirtualClock, type VirtualClock } from '../../support/time/virtual-clock.ts';
import { ledgerOn, openFolder, sell, temporaryFolder } from './setup-ledger.ts';

const ZONE = 'America/Sao_Paulo';
const REQUEST = { document: 'receipt', charge: { id: 'c1', reference: 'Maria' } } as never;

function setUp(): {
  folder: string;
  clock: VirtualClock;
  slips: PrintJobStore;
  begin: () => void;
  requests: () => string[];
} {
  const folder = temporaryFolder();
  const clock = createVirtualClock();
  const { db } = openFolder(folder);
  const { logger } = keptLogger(clock);
  return {
    folder,
    clock,
    slips: createPrintJobStore(db),
    begin: () => onTestFinished(keepPeriods(db, folder, { clock, logger, zone: () => ZONE })),
    requests: () => db.prepare<[], string>('SELECT request FROM print_job ORDER BY id').pluck().all(),
  };
}

function put(slips: PrintJobStore, clock: VirtualClock, id: string, request = REQUEST): void {
  const target = { kind: 'tcp9100', id: '192.168.0.9:9100' } as const;
  const bytes = Buffer.from('Maria');
  slips.put({
    id,
    chargeId: 'c1',
    request,
    bytes,
    profile: 'p',
    target,
    createdAt: clock.now(),
    expiresAt: null,
  });
}

describe('a slip', () => {
  it(`has its bytes and its reference for ${SLIP_DAYS} days, to the millisecond`, async () => {
    const { clock, slips, begin, requests } = setUp();
    put(slips, clock, 'a');
    slips.end('a', 'delivered');
    clock.jump(SLIP_DAYS * DAY - 2 * MINUTE);
    begin();
    // The first look, at the end of the last day.
    await clock.advance(2 * MINUTE);
    expect(slips.bytesOf('a')).toEqual(Buffer.from('Maria'));
    await clock.advance(DAY);
    expect(slips.bytesOf('a')).toEqual(Buffer.alloc(0));
    expect(requests()).toEqual(['{"document":"receipt","charge":{"id":"c1","reference":null}}']);
    expect(slips.byId('a')).toMatchObject({ state: 'delivered', tries: 0 });
  });

  it('that still waits for a person or the printer keeps them', async () => {
    const { clock, slips, begin } = setUp();
    for (const id of ['held', 'unknown', 'queued']) put(slips, clock, id);
    slips.end('held', 'held');
    slips.end('unknown', 'unknown');
    clock.jump(2 * SLIP_DAYS * DAY);
    begin();
    await clock.advance(DAY);
    for (const id of ['held', 'unknown', 'queued']) expect(slips.bytesOf(id)).toEqual(Buffer.from('Maria'));
  });

  it('of a second copy loses its reference too, and a long list is done in pieces', async () => {
    const { clock, slips, begin, requests } = setUp();
    const copy = { document: 'copy', of: { document: 'receipt', charge: { reference: 'Maria' } } } as never;
    for (let place = 100; place < 230; place++) {
      put(slips, clock, String(place), copy);
      slips.end(String(place), 'cancelled');
    }
    clock.jump(SLIP_DAYS * DAY + 1);
    begin();
    await clock.advance(2 * MINUTE);
    expect(slips.bytesOf('100')).toHaveLength(0);
    expect(slips.bytesOf('229')).not.toHaveLength(0);
    await clock.advance(MINUTE);
    expect(slips.bytesOf('229')).toHaveLength(0);
    expect(new Set(requests())).toEqual(
      new Set(['{"document":"copy","of":{"document":"receipt","charge":{"reference":null}}}']),
    );
  });
});

describe('files that a restore or damage left', () => {
  let sold = 0;
  /** Sells and makes a backup on each of so many days. */
  const backUp = (folder: string, clock: VirtualClock, days: number): void => {
    const { db } = openFolder(folder, clock.now());
    for (let day = 0; day < days; day++) {
      sold += 1;
      sell(ledgerOn(db, clock), 1, sold);
      backupNow(db, folder, stampOf(clock.now()), 'closing');
      clock.jump(DAY);
    }
    db.close();
  };

  it(`go when ${BACKUP_DAYS} later days have backups, with their side files`, () => {
    const folder = temporaryFolder();
    const clock = createVirtualClock();
    openFolder(folder).db.close();
    const stamp = stampOf(clock.now());
    const left = [
      `ledger-damaged-${stamp}.db`,
      `ledger-damaged-${stamp}.db-wal`,
      `ledger-replaced-${stamp}.db`,
      join('backups', `ledger-000000000001-${stamp}.db.replaced`),
      join('backups', `ledger-000000000002-${stamp}.db.unusable`),
      join('backups', `ledger-000000000003-${stamp}.db.part`),
    ];
    const others = ['ledger-damaged-notes.db', 'ledger-replaced.txt'];
    clock.jump(DAY);
    backUp(folder, clock, BACKUP_DAYS - 1);
    for (const name of [...left, ...others]) writeFileSync(join(folder, name), 'x');
    removeOldFiles(folder, ZONE);
    for (const name of [...left, ...others]) expect(existsSync(join(folder, name)), name).toBe(true);
    // A clock that leaps ahead brings no backups, so it removes nothing.
    clock.jump(400 * DAY);
    removeOldFiles(folder, ZONE);
    expect(existsSync(join(folder, left[0]!))).toBe(true);
    backUp(folder, clock, 1);
    removeOldFiles(folder, ZONE);
    for (const name of left) expect(existsSync(join(folder, name)), name).toBe(false);
    for (const name of others) expect(existsSync(join(folder, name)), name).toBe(true);
    expect(existsSync(join(folder, 'ledger.db'))).toBe(true);
    expect(newestBackups(folder)).toHaveLength(BACKUP_DAYS);
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(BACKUP_DAYS);
  });

  it('are looked for each day', async () => {
    const { folder, clock, begin } = setUp();
    const aside = join(folder, `ledger-replaced-${stampOf(clock.now())}.db`);
    writeFileSync(aside, 'x');
    begin();
    await clock.advance(DAY);
    expect(existsSync(aside)).toBe(true);
    backUp(folder, clock, BACKUP_DAYS + 1);
    await clock.advance(DAY);
    expect(existsSync(aside)).toBe(false);
  });
});
