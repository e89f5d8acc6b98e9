import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { DAY } from '../../../shared/kernel/time.ts';
import { chargeHolds } from '../../../main/core/reports/conditions.ts';
import { CHARGE_SUMS } from '../../../main/core/reports/figures.ts';
import { answer, type Question } from '../../../main/core/reports/queries.ts';
import { FIRST_DAY, LAST_DAY, type Wanted } from '../../../main/core/reports/wanted.ts';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { between, seededRandom } from '../../../build/run/seed/seeded-random.ts';
import { below, rounded, type BenchOptions, type Measured } from '../part.ts';
import { percentile } from '../statistics.ts';
import { inWorkFolder } from '../work-folder.ts';
import { writeShop } from './write-shop.ts';

const LIMIT = 50;
const AIM_MS = 100;
/** The naive statements are run this often: some take seconds. */
const NAIVE_RUNS = 5;

type Random = ReturnType<typeof seededRandom>;

/** What is asked, with other values each time. */
const CASES: Readonly<Record<string, (random: Random, db: Database) => Question>> = {
  day: (random) => {
    const noon = Date.UTC(2026, 10, 20, 12) - between(random, 0, 20) * DAY;
    return {
      kind: 'day',
      day: new Date(noon).toISOString().slice(0, 10),
      from: noon - DAY / 2,
      to: noon + DAY / 2,
    };
  },
  all: () => payments({}),
  deepPage: (random) => ({ ...payments({}), from: { day: someDay(random), id: '~' } }),
  period: (random) => payments({ fromDay: someDay(random), toDay: '2026-11-20' }),
  times: () =>
    payments({
      fromDay: '2026-11-01',
      toDay: '2026-11-20',
      fromAt: Date.UTC(2026, 10, 1, 15),
      toAt: Date.UTC(2026, 10, 20, 15),
    }),
  exactValue: (random) => payments(exactly(between(random, 300, 60_000))),
  valueRange: (random) => payments({ min: between(random, 300, 2_000), max: between(random, 2_000, 60_000) }),
  rareWallet: () => payments({ wallets: ['ame'] }),
  status: () => payments({ panels: ['estorno', 'estorno-parcial'] }),
  operator: () => payments({ operators: ['caio'] }),
  late: () => payments({ late: true }),
  unproven: () => payments({ unproven: true }),
  nothingFits: () => payments({ wallets: ['ame'], operators: ['caio'], panels: ['falha'], late: true }),
  worstCombination: () =>
    payments({
      min: 1_000,
      max: 20_000,
      wallets: ['ame'],
      operators: ['ana', 'caio'],
      late: true,
      text: 'PDV',
    }),
  textPrefix: () => payments({ text: 'pdv' }),
  textReference: (random, db) => payments({ text: `PDV ${between(random, 0, sizeOf(db))}` }),
  textReferenceEnd: (random, db) => payments({ text: String(between(random, 100, sizeOf(db))) }),
  textPaymentEnd: (random, db) => payments({ text: endOf(db, random) }),
};

const TEXTS = ['textPrefix', 'textReference', 'textReferenceEnd', 'textPaymentEnd'];

/** The manager's queries over ledgers of several sizes, each beside itself over the smallest, and the worst beside naive SQL. */
export async function reportQueries(options: BenchOptions): Promise<Measured> {
  const sizes = options.quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
  if (options.large) sizes.push(5_000_000);
  return inWorkFolder((folder) => {
    const numbers: Record<string, number> = {};
    const largest: Record<string, number> = {};
    for (const size of sizes) {
      const file = join(folder, `shop-${size}.db`);
      writeShop(file, size);
      const db = openReadOnly(file);
      for (const name of Object.keys(CASES)) {
        const { p50, p95 } = measure(db, name, options.rounds * 10);
        numbers[`${name}.${size}.p50`] = p50;
        numbers[`${name}.${size}.p95`] = p95;
        largest[name] = p95;
      }
      numbers[`worstCombination.${size}.naiveP50`] = naive(db);
      db.close();
    }
    for (const [name, p95] of Object.entries(largest))
      numbers[`${name}.growth`] = rounded(p95 / (numbers[`${name}.${sizes[0]}.p95`] ?? p95));
    const worstOf = (names: readonly string[]): number =>
      Math.max(...names.map((name) => largest[name] ?? 0));
    const pages = Object.keys(CASES).filter((name) => name !== 'day' && !TEXTS.includes(name));
    return Promise.resolve({
      what: `p95 over ${sizes.at(-1)} charges, ms: everything that the day's screen asks of the ledger, a page of ${LIMIT} payments with its sums and counts for each filter (the slowest of them), and text search (the slowest).`,
      baseline:
        'In numbers: the same questions over 10,000 charges (growth is the largest over the smallest), and for the worst combination a plain SELECT with the same conditions and no index (naiveP50).',
      figures: {
        dayP95: below(AIM_MS, largest['day'] ?? 0, 'ms'),
        pageP95: below(AIM_MS, worstOf(pages), 'ms'),
        textP95: below(AIM_MS, worstOf(TEXTS), 'ms'),
      },
      numbers,
    });
  });
}

function measure(db: Database, name: string, runs: number): { p50: number; p95: number } {
  const random = seededRandom(name);
  const question = CASES[name];
  if (question === undefined) throw new Error(`no case ${name}`);
  answer(db, question(random, db)); // the first one warms up and is not counted
  const samples = Array.from({ length: runs }, () => timed(() => answer(db, question(random, db))));
  return { p50: rounded(percentile(samples, 50)), p95: rounded(percentile(samples, 95)) };
}

/** The worst combination as one would write it first: a list and its counts over the whole table. */
function naive(db: Database): number {
  const question = payments({
    min: 1_000,
    max: 20_000,
    wallets: ['ame'],
    operators: ['ana', 'caio'],
    late: true,
    text: 'PDV',
  });
  const { sql, values } = chargeHolds(question.wanted);
  const list = db.prepare(`SELECT id FROM charge NOT INDEXED WHERE ${sql} ORDER BY id DESC LIMIT ${LIMIT}`);
  const counts = db.prepare(
    `SELECT panel, ${CHARGE_SUMS} FROM charge NOT INDEXED WHERE ${sql} GROUP BY panel`,
  );
  const samples = Array.from({ length: NAIVE_RUNS }, () =>
    timed(() => [list.all(values), counts.all(values)]),
  );
  return rounded(percentile(samples, 50));
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

function payments(wanted: Partial<Wanted>): Extract<Question, { kind: 'payments' }> {
  return {
    kind: 'payments',
    wanted: { fromDay: FIRST_DAY, toDay: LAST_DAY, ...wanted },
    limit: LIMIT,
    from: null,
  };
}

function exactly(amount: number): Partial<Wanted> {
  return { min: amount, max: amount };
}

function someDay(random: Random): string {
  return new Date(Date.UTC(2026, 10, 1) - between(random, 0, 9) * DAY).toISOString().slice(0, 10);
}

function sizeOf(db: Database): number {
  return db.prepare<[], { size: number }>('SELECT max(rowid) AS size FROM charge').get()?.size ?? 0;
}

/** The last characters of a payment that is there. */
function endOf(db: Database, random: Random): string {
  const row = db
    .prepare<[number], { e: string }>(
      'SELECT substr(end_to_end_id, -6) AS e FROM charge WHERE rowid >= ? AND end_to_end_id IS NOT NULL LIMIT 1',
    )
    .get(between(random, 1, sizeOf(db) - 100));
  return row?.e ?? '000000';
}
