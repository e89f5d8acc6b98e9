import { join } from 'node:path';
import { businessDay } from '../../../shared/domain/business-day/business-day.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { epochMs, SECOND, type EpochMs } from '../../../shared/kernel/time.ts';
import { createOperators } from '../../../main/core/directory/people/operators.ts';
import { createSettingsStore, DEFAULT_SETTINGS } from '../../../main/core/directory/shop/settings.ts';
import { createShifts } from '../../../main/core/shifts/shifts.ts';
import { createLedger } from '../../../main/core/ledger/ledger.ts';
import { openLedgerFile } from '../../../main/core/ledger/open-ledger.ts';
import { addTrainingPeople } from '../../../main/core/directory/people/training-people.ts';
import { shopDays } from './calendar.ts';
import { createSeededRandom } from '../seeded-random.ts';
import { sellDay } from './sell-day.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

export interface SeedOptions {
  readonly dataDir: string;
  readonly charges: number;
  readonly seed: string;
  /** The newest sale has ended by this instant. */
  readonly until: EpochMs;
  readonly progress?: (done: number) => void;
}

export interface Seeded {
  readonly charges: number;
  readonly events: number;
  readonly days: number;
  readonly firstDay: string;
  readonly lastDay: string;
}

const SHOP = { shopName: 'Padaria Pão da Vila' } as const;

/** Writes the sales of an invented shop into the training ledger, through the write path of the till. */
export async function seedLedger(options: SeedOptions): Promise<Result<Seeded, string>> {
  const random = createSeededRandom(options.seed);
  const days = shopDays(options.charges, options.until, DEFAULT_SETTINGS.zone, random);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return err('no charges');
  const file = openLedgerFile(join(options.dataDir, 'training'), {
    mode: 'training',
    now: first.opensAt,
    random,
  });
  if (!file.ok) return file;

  // 200 MB, so that a large ledger is not read again and again while it grows.
  file.value.db.pragma('cache_size = -200000');
  let now = first.opensAt;
  const clock = {
    now: () => now,
    monotonic: () => now,
    after: () => () => undefined,
    pass: (ms: number) => void (now = epochMs(now + ms)),
    to: (at: number) => void (now = epochMs(Math.max(now + SECOND, at))),
  };
  // Salts of their own, so that the sales of a seed do not depend on how many texts they have.
  const salts = createSeededRandom(`${options.seed} salts`);
  const ledger = createLedger(file.value.db, clock, () => DEFAULT_SETTINGS.zone, salts);
  try {
    if (ledger.charges.newest() !== null) return err('not-empty');
    createSettingsStore(ledger).set(SHOP, byWindow('seed'));
    const operators = createOperators(ledger, clock, random);
    await addTrainingPeople(operators);
    const [cashier, manager] = [operators.byName('Ana'), operators.byName('Marta')];
    if (cashier === null || manager === null) throw new Error('training has lost its people');
    const shop = { ledger, clock, random, cashier, manager, shifts: createShifts(ledger, clock, random) };
    let done = 0;
    for (const day of days) {
      ledger.inOneTransaction(() => {
        sellDay(shop, day, done);
        // Watches of the past are over, so no job is left for the till.
        ledger.db.exec('DELETE FROM outbox_job');
      });
      done += day.visits.length;
      options.progress?.(done);
    }
    ledger.db.pragma('wal_checkpoint(TRUNCATE)');
    return ok({
      charges: done,
      events: ledger.log.head().seq,
      days: days.length,
      firstDay: first.day,
      lastDay: businessDay(now, DEFAULT_SETTINGS.zone),
    });
  } finally {
    ledger.close();
  }
}
