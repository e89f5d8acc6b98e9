import type { Database } from 'better-sqlite3';
import { weeksBefore } from '../../../shared/domain/day-comparison/compare-day.ts';
import { DAY, epochMs } from '../../../shared/kernel/time.ts';
import { SCREEN_LIMITS } from '../../../main/core/search/candidates.ts';
import type { ChargeFilter } from '../../../main/core/search/charge-filter.ts';
import type { Question } from '../../../main/core/search/questions.ts';
import type { SeededRandom } from '../../../build/run/seeded-random.ts';

/** Payments on a page. */
export const LIMIT = 50;

/** Everything at once that no index can lead to. */
export const WORST_COMBINATION: ChargeFilter = {
  min: 1_000,
  max: 20_000,
  wallets: ['ame'],
  operators: ['ana', 'caio'],
  late: true,
  text: 'PDV',
};

/** What is asked, with other values each time. */
export const CASES: Readonly<Record<string, (random: SeededRandom, db: Database) => Question>> = {
  day: (random) => {
    const noon = Date.UTC(2026, 10, 20, 12) - random.between(0, 20) * DAY;
    const day = new Date(noon).toISOString().slice(0, 10);
    const earlier = weeksBefore(day).map((each, place) => ({
      day: each,
      until: noon - 7 * (place + 1) * DAY,
    }));
    return { kind: 'day', day, from: noon - DAY / 2, to: noon + DAY / 2, earlier };
  },
  all: () => payments({}),
  deepPage: (random) => ({ ...payments({}), from: { day: someDay(random), id: '~' } }),
  period: (random) => payments({ fromDay: someDay(random), toDay: '2026-11-20' }),
  times: () =>
    payments({
      fromDay: '2026-11-01',
      toDay: '2026-11-20',
      from: epochMs(Date.UTC(2026, 10, 1, 15)),
      to: epochMs(Date.UTC(2026, 10, 20, 15)),
    }),
  exactValue: (random) => payments(exactly(random.between(300, 60_000))),
  valueRange: (random) => payments({ min: random.between(300, 2_000), max: random.between(2_000, 60_000) }),
  rareWallet: () => payments({ wallets: ['ame'] }),
  status: () => payments({ panels: ['estorno', 'estorno-parcial'] }),
  operator: () => payments({ operators: ['caio'] }),
  late: () => payments({ late: true }),
  unproven: () => payments({ unproven: true }),
  rareTogether: () => payments({ wallets: ['ame'], panels: ['falha'] }),
  nothingFits: () => payments({ wallets: ['ame'], operators: ['caio'], panels: ['falha'], late: true }),
  worstCombination: () => payments(WORST_COMBINATION),
  manyOfAValue: (random, db) => payments(nearlyTooMany(random, db)),
  textPrefix: () => payments({ text: 'pdv' }),
  // Many charges begin so, and none of those that are looked at first.
  textAstray: () =>
    payments({ text: 'PDV 1', wallets: ['pix', 'picpay'], operators: ['ana', 'bia', 'caio'] }),
  textAstrayDeep: (random) => ({ ...payments({ text: 'PDV 9' }), from: { day: someDay(random), id: '~' } }),
  textShortEnding: (random) => payments({ text: String(random.between(10, 99)) }),
  // Some hundreds in a million, all over the ledger.
  textEnding: (random) => payments({ text: String(random.between(100, 999)) }),
  textReference: (random, db) => payments({ text: `PDV ${random.between(0, sizeOf(db))}` }),
  textReferenceEnd: (random, db) => payments({ text: String(random.between(100, sizeOf(db))) }),
  textPaymentEnd: (random, db) => payments({ text: endOf(db, random) }),
};

function payments(filter: ChargeFilter): Extract<Question, { kind: 'payments' }> {
  return { kind: 'payments', filter, limit: LIMIT, from: null };
}

function exactly(amount: number): ChargeFilter {
  return { min: amount, max: amount };
}

function someDay(random: SeededRandom): string {
  return new Date(Date.UTC(2026, 10, 1) - random.between(0, 9) * DAY).toISOString().slice(0, 10);
}

function sizeOf(db: Database): number {
  return db.prepare<[], { size: number }>('SELECT max(rowid) AS size FROM charge').get()?.size ?? 0;
}

/** Amounts of as many charges, nearly, as are each looked at. */
function nearlyTooMany(random: SeededRandom, db: Database): ChargeFilter {
  const { candidates } = SCREEN_LIMITS;
  const last = db.prepare<[number, number], { max: number }>(
    'SELECT amount_centavos AS max FROM charge WHERE amount_centavos >= ? ORDER BY amount_centavos LIMIT 1 OFFSET ?',
  );
  const min = random.between(300, 900);
  return { min, max: (last.get(min, candidates)?.max ?? min + 1) - 1 };
}

/** The last characters of a payment that is there. */
function endOf(db: Database, random: SeededRandom): string {
  const row = db
    .prepare<[number], { e: string }>(
      'SELECT substr(end_to_end_id, -6) AS e FROM charge WHERE rowid >= ? AND end_to_end_id IS NOT NULL LIMIT 1',
    )
    .get(random.between(1, sizeOf(db) - 100));
  return row?.e ?? '000000';
}
