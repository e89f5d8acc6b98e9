import type { Database } from 'better-sqlite3';
import type { ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import type { PanelStatus } from '../../../shared/domain/charge/panel-status.ts';

/** A line of the list of payments as the ledger has it: centavos, epoch ms. */
export interface Payment {
  readonly id: string;
  readonly day: string;
  readonly createdAt: number;
  readonly approvedAt: number | null;
  readonly amount: number;
  readonly paidAmount: number | null;
  readonly refundedAmount: number;
  readonly wallet: string;
  readonly pixDictKey: string | null;
  /** Empty for charges of before it was written down. */
  readonly store: string;
  readonly till: string;
  readonly operator: string;
  readonly reference: string | null;
  readonly endToEndId: string | null;
  readonly panel: PanelStatus;
  readonly status: ChargeStatus;
  readonly settled: boolean;
  readonly late: boolean;
  readonly unproven: boolean;
}

type Flag = 'settled' | 'late' | 'unproven';
type Row = Omit<Payment, Flag> & Record<Flag, number>;

export const PAYMENT_SQL = `SELECT id, business_day AS day, created_at_ms AS createdAt, approved_at_ms AS approvedAt,
  amount_centavos AS amount, paid_centavos AS paidAmount, refunded_centavos AS refundedAmount, wallet,
  pix_dict_key AS pixDictKey, store, till, operator, reference, end_to_end_id AS endToEndId, panel, status, settled, late,
  unproven FROM charge WHERE id = ?`;

/** The lines of these charges, in this order. */
export function decodePayments(db: Database, ids: readonly string[]): Payment[] {
  const one = db.prepare<[string], Row>(PAYMENT_SQL);
  return ids.flatMap((id) => {
    const row = one.get(id);
    if (row === undefined) return [];
    return [{ ...row, settled: row.settled === 1, late: row.late === 1, unproven: row.unproven === 1 }];
  });
}
