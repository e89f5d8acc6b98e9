import type { Database } from 'better-sqlite3';
import type { PanelStatus } from '../../../shared/domain/charge/panel-status.ts';
import { LISTED_COLUMNS, type ListedCharge } from './listed-charge.ts';

/** A row of the payment list, without the names that the ledger has ids for. */
export interface Payment extends ListedCharge {
  readonly panel: PanelStatus;
  readonly settled: boolean;
  readonly late: boolean;
  readonly unproven: boolean;
}

type Flag = 'settled' | 'late' | 'unproven';
type Row = Omit<Payment, Flag> & Record<Flag, number>;

/** One row. */
export const PAYMENT_SQL = `SELECT ${LISTED_COLUMNS}, panel, settled, late, unproven FROM charge WHERE id = ?`;

/** Reads the rows of these charges, in this order. */
export function readPayments(db: Database, ids: readonly string[]): Payment[] {
  const one = db.prepare<[string], Row>(PAYMENT_SQL);
  return ids.flatMap((id) => {
    const row = one.get(id);
    if (row === undefined) return [];
    return [{ ...row, settled: row.settled === 1, late: row.late === 1, unproven: row.unproven === 1 }];
  });
}
