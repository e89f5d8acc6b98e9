import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { seedLedger } from '../../../build/run/seed/seed-ledger.ts';
import { createChargeRepo } from '../../../main/core/ledger/projections/charge-repo.ts';
import { createEventLog } from '../../../main/core/ledger/event-log.ts';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import type { ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../shared/domain/charge/settled.ts';
import { DAY, epochMs } from '../../../shared/kernel/time.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';

/** A Monday at noon in São Paulo. */
const UNTIL = epochMs(Date.parse('2026-11-23T15:00:00Z'));

describe('the past of a made-up shop', () => {
  const folder = temporaryFolder();
  let ledgers = 0;
  afterAll(() => folder.remove());

  const seed = async (charges: number, text: string) => {
    const dataDir = join(folder.path, `seed-${(ledgers += 1)}`);
    const seeded = await seedLedger({ dataDir, charges, seed: text, until: UNTIL });
    if (!seeded.ok) throw new Error(seeded.error);
    return { dataDir, ...seeded.value };
  };
  const read = (dataDir: string) => {
    const db = openReadOnly(join(dataDir, 'training', 'ledger.db'));
    const log = createEventLog(db);
    const repo = createChargeRepo(db);
    const ids = db.prepare<[], { id: string }>('SELECT id FROM charge ORDER BY id').all();
    const jobs = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM outbox_job').get()?.n;
    const result = {
      head: log.head().hash.toString('hex'),
      broken: log.firstBroken(),
      times: log.since(0, -1).map(({ at }) => at),
      charges: ids.map(({ id }) => repo.byId(id)!),
      unresolved: repo.unresolved(),
      jobs,
    };
    db.close();
    return result;
  };

  it('is the same for the same seed, to the last hash, and another for another', async () => {
    const [one, two, other] = [await seed(60, 'a'), await seed(60, 'a'), await seed(60, 'b')];
    expect(read(two.dataDir).head).toBe(read(one.dataDir).head);
    expect(read(other.dataDir).head).not.toBe(read(one.dataDir).head);
  });

  it('has as many charges as asked for, all of them settled, nothing left to do, nothing in the future', async () => {
    const { dataDir, charges, days, lastDay } = await seed(1500, 'shop');
    const past = read(dataDir);
    expect(charges).toBe(1500);
    expect(past.charges).toHaveLength(1500);
    expect(past.charges.every(isSettled)).toBe(true);
    expect([past.unresolved, past.jobs, past.broken]).toEqual([[], 0, null]);
    expect(lastDay).toBe('2026-11-23');
    expect(days).toBeGreaterThan(20);
    expect(
      past.times.toSorted((a, b) => a - b),
      'time only goes forward',
    ).toEqual(past.times);
    expect(past.times.at(-1)).toBeLessThanOrEqual(UNTIL);
    expect(past.times[0]).toBeGreaterThan(UNTIL - 120 * DAY);
  });

  it('looks like a shop', async () => {
    const { charges } = read((await seed(1500, 'looks')).dataDir);
    const share = (holds: (charge: (typeof charges)[number]) => boolean): number =>
      charges.filter(holds).length / charges.length;
    expect(share(({ paidAmount }) => paidAmount !== null)).toBeGreaterThan(0.85);
    expect(share(({ wallet }) => wallet === 'pix')).toBeGreaterThan(0.75);
    const seen = new Set(charges.map(({ status }) => status));
    const wanted: ChargeStatus[] = [
      'approved',
      'cancelled',
      'expired',
      'failed',
      'refunded',
      'partially_refunded',
    ];
    expect([...seen].toSorted()).toEqual(wanted.toSorted());
    expect(charges.some(({ late }) => late)).toBe(true);
    expect(charges.some(({ attempts }) => attempts.length === 2)).toBe(true);
    expect(new Set(charges.map(({ operator }) => operator)).size).toBe(2);
    const hours = charges.map(({ createdAt }) => (new Date(createdAt).getUTCHours() + 21) % 24);
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(7);
    expect(Math.max(...hours)).toBeLessThanOrEqual(21);
  });

  it('is not added to a ledger that has a past', async () => {
    const { dataDir } = await seed(5, 'a');
    expect(await seedLedger({ dataDir, charges: 5, seed: 'a', until: UNTIL })).toEqual({
      ok: false,
      error: 'not-empty',
    });
  });
});
