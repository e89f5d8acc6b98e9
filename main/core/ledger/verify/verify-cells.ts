import type { Database } from 'better-sqlite3';
import { difference, type Fault } from './fault.ts';

const GRAINS = [
  ['day', 10],
  ['month', 7],
  ['year', 4],
] as const;
const KINDS = ['panel', 'wallet', 'operator', 'store', 'till', 'late', 'unproven', 'band'] as const;
const SUMS = ['charges', 'amount_centavos', 'paid_charges', 'paid_centavos', 'refunded_centavos'] as const;

type Kinds = Readonly<Record<(typeof KINDS)[number], string | number>>;
type Sums = Record<(typeof SUMS)[number], number>;
type Cell = Kinds & Sums & { readonly grain: string; readonly period: string };

/** Every sum of the manager's is that of the charges as they stand, and there is no other. Counts, and centavos. */
export function verifyCells(db: Database): Fault | null {
  const expected = countedAnew(db);
  const kept = db.prepare<[], Cell>(
    `SELECT grain, period, ${KINDS.join(', ')}, ${SUMS.join(', ')} FROM report_cell ORDER BY grain, period`,
  );
  for (const cell of kept.iterate()) {
    const key = keyOf(cell);
    const fault = compare(cell, expected.get(key), cell);
    if (fault !== null) return fault;
    expected.delete(key);
  }
  const [missing] = expected.values();
  return missing === undefined ? null : compare(missing, missing, undefined);
}

/** The cells as migration 60 leaves them: a charge that waits for its end is in none. */
function countedAnew(db: Database): Map<string, Cell> {
  const days = db.prepare<[], Kinds & Sums & { business_day: string }>(
    `SELECT business_day, ${KINDS.join(', ')}, count(*) AS charges, sum(amount_centavos) AS amount_centavos,
       count(paid_centavos) AS paid_charges, coalesce(sum(paid_centavos), 0) AS paid_centavos,
       sum(refunded_centavos) AS refunded_centavos
     FROM charge WHERE panel <> 'pendente' GROUP BY business_day, ${KINDS.join(', ')}`,
  );
  const cells = new Map<string, Cell>();
  for (const { business_day: day, ...counted } of days.iterate())
    for (const [grain, length] of GRAINS) {
      const cell = { ...counted, grain, period: day.slice(0, length) };
      const key = keyOf(cell);
      const there = cells.get(key);
      if (there === undefined) cells.set(key, cell);
      else for (const sum of SUMS) there[sum] += counted[sum];
    }
  return cells;
}

function compare(named: Cell, expected: Sums | undefined, found: Sums | undefined): Fault | null {
  const odd = difference(sumsOf(expected), sumsOf(found));
  if (odd === null) return null;
  const { grain, period } = named;
  const kinds = KINDS.map((kind) => `${kind} ${JSON.stringify(named[kind])}`).join(', ');
  return { code: 'cell', seq: null, subject: `${grain} ${period}`, detail: `${kinds}; ${odd}` };
}

function sumsOf(cell: Sums | undefined): Record<string, number | undefined> {
  return Object.fromEntries(SUMS.map((sum) => [sum, cell?.[sum]]));
}

function keyOf(cell: Cell): string {
  return JSON.stringify([cell.grain, cell.period, ...KINDS.map((kind) => cell[kind])]);
}
