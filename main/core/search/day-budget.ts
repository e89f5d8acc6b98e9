import type { Database } from 'better-sqlite3';
import type { SearchLimits } from './candidates.ts';

/** The number of charges of a day, without pending ones. */
export const DAY_SIZE_SQL = `SELECT coalesce(sum(charges), 0) AS size FROM report_cell WHERE grain = 'day' AND period = ?`;

/** Counts the charges of the days that an answer reads. */
export interface DayBudget {
  /** True if the days so far have more charges than the limits allow. */
  isSpent(): boolean;
  /** Counts the charges of a day that was read. */
  take(day: string): void;
}

/** Creates the budget of one answer. */
export function createDayBudget(db: Database, { charges }: Pick<SearchLimits, 'charges'>): DayBudget {
  const sizeOf = db.prepare<[string], { size: number }>(DAY_SIZE_SQL);
  let read = 0;
  return {
    isSpent: () => read > charges,
    take(day) {
      read += sizeOf.get(day)?.size ?? 0;
    },
  };
}
