import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../../shared/kernel/time.ts';

/** What is left of a slip: enough to mark a later one 2ª VIA, and no bytes and no reference. */
const FORGET = `bytes = x'',
  request = json_replace(request, '$.charge.reference', json('null'), '$.of.charge.reference', json('null'))`;

/** Removes the bytes and the reference from all slips of a charge. A slip that a person was asked about is cancelled. */
export function forgetSlipsOf(db: Database, chargeId: string): void {
  db.prepare(
    `UPDATE print_job SET ${FORGET}, state = CASE WHEN state = 'delivered' THEN state ELSE 'cancelled' END
     WHERE charge_id = ? AND document <> 'drawer'`,
  ).run(chargeId);
}

/** True if a slip of this charge waits for the printer or is being sent. */
export function isSlipWaiting(db: Database, chargeId: string): boolean {
  return (
    db
      .prepare("SELECT 1 FROM print_job WHERE charge_id = ? AND state IN ('queued', 'sending') LIMIT 1")
      .get(chargeId) !== undefined
  );
}

/**
 * Removes the bytes and the reference from ended slips that were made before an instant. Returns their number. Does at most
 * `limit`, so that a long list does not delay a sale.
 */
export function forgetSlipsBefore(db: Database, before: EpochMs, limit: number): number {
  return db
    .prepare(
      `UPDATE print_job SET ${FORGET} WHERE id IN (SELECT id FROM print_job
         WHERE bytes <> x'' AND created_at_ms < ? AND state IN ('delivered', 'cancelled') LIMIT ?)`,
    )
    .run(before, limit).changes;
}
