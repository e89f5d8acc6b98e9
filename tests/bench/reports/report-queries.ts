import type { Database } from 'better-sqlite3';
import { chargeMatches } from '../../../main/core/search/conditions.ts';
import { CHARGE_SUMS } from '../../../main/core/search/figures.ts';
import { answer } from '../../../main/core/search/questions.ts';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { createSeededRandom } from '../../../build/run/seeded-random.ts';
import { ledgerOf } from '../kept-ledgers.ts';
import { below, rounded, type BenchOptions, type Measured } from '../part.ts';
import { percentile } from '../statistics.ts';
import { inWorkFolder } from '../work-folder.ts';
import { measureCold } from './cold-questions.ts';
import { CASES, LIMIT, WORST_COMBINATION } from './questions.ts';
import { writeShop } from './write-shop.ts';

const AIM_MS = 100;
/** What the aim is about, in charges. */
const AIM_SIZE = 1_000_000;
/** The naive statements are run this often: some take seconds. */
const NAIVE_RUNS = 5;

const TEXTS = Object.keys(CASES).filter((name) => name.startsWith('text'));

/** The manager's queries over ledgers of several sizes, each beside itself over the smallest, and the worst beside naive SQL. */
export async function reportQueries(options: BenchOptions): Promise<Measured> {
  const sizes = options.quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
  if (options.large) sizes.push(5_000_000);
  const largest = sizes.at(-1) ?? AIM_SIZE;
  const aimed = Math.min(AIM_SIZE, largest);
  return inWorkFolder((folder) => {
    const numbers: Record<string, number> = {};
    const p95Of = (name: string, size: number): number => numbers[`${name}.${size}.p95`] ?? 0;
    for (const size of sizes) {
      const file = ledgerOf(options, folder, `shop-${size}`, (path) => writeShop(path, size));
      const db = openReadOnly(file);
      for (const name of Object.keys(CASES)) {
        const measured = measure(db, name, options.rounds * 10);
        for (const [what, number] of Object.entries(measured)) numbers[`${name}.${size}.${what}`] = number;
      }
      numbers[`worstCombination.${size}.naiveP50`] = naive(db);
      db.close();
      if (size === aimed) Object.assign(numbers, cold(file, options.rounds * 4));
    }
    const [smallest = AIM_SIZE] = sizes;
    for (const name of Object.keys(CASES))
      numbers[`${name}.growth`] = rounded(p95Of(name, largest) / p95Of(name, smallest));
    const worstOf = (names: readonly string[]): number =>
      Math.max(...names.map((name) => p95Of(name, aimed)));
    const pages = Object.keys(CASES).filter((name) => name !== 'day' && !TEXTS.includes(name));
    const ofCold = Object.entries(numbers).filter(([name]) => name.endsWith('.coldP95'));
    return Promise.resolve({
      what: `p95 over ${aimed} charges, ms: everything that the day's screen asks of the ledger, a page of ${LIMIT} payments with its sums and counts for each filter (the slowest of them), and text search (the slowest); and the slowest of all when nothing of the ledger is in memory (coldP95).`,
      baseline:
        'In numbers: the same questions over 10,000 charges (growth is the largest over the smallest; found is how many charges the answers count, in the middle), the processor’s own time (processorP95, which other programs on the machine do not lengthen), and for the worst combination a plain SELECT with the same conditions and no index (naiveP50).',
      figures: {
        dayP95: below(AIM_MS, worstOf(['day']), 'ms'),
        pageP95: below(AIM_MS, worstOf(pages), 'ms'),
        textP95: below(AIM_MS, worstOf(TEXTS), 'ms'),
        ...(ofCold.length > 0 && {
          coldP95: below(AIM_MS, Math.max(...ofCold.map(([, p95]) => p95)), 'ms'),
        }),
      },
      numbers,
    });
  });
}

function measure(
  db: Database,
  name: string,
  runs: number,
): { p50: number; p95: number; processorP95: number; found: number } {
  const random = createSeededRandom(name);
  const question = CASES[name];
  if (question === undefined) throw new Error(`no case ${name}`);
  answer(db, question(random, db)); // the first one warms up and is not counted
  const [processor, found]: [number[], number[]] = [[], []];
  const samples = Array.from({ length: runs }, () => {
    const asked = question(random, db);
    const before = process.cpuUsage();
    const startedAt = performance.now();
    const answered = answer(db, asked);
    const took = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
    if ('totals' in answered) found.push(answered.totals.count);
    return took;
  });
  return {
    p50: rounded(percentile(samples, 50)),
    p95: rounded(percentile(samples, 95)),
    processorP95: rounded(percentile(processor, 95)),
    found: found.length === 0 ? 0 : percentile(found, 50),
  };
}

function cold(file: string, runs: number): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const name of Object.keys(CASES)) {
    const samples = measureCold(file, name, runs);
    if (samples !== null) numbers[`${name}.coldP95`] = rounded(percentile(samples, 95));
  }
  return numbers;
}

/** The worst combination as one would write it first: a list and its counts over the whole table. */
function naive(db: Database): number {
  const { sql, values } = chargeMatches(WORST_COMBINATION);
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
