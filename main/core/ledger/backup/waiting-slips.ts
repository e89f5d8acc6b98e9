import type { Database } from 'better-sqlite3';

/**
 * Puts the open jobs of a restored backup in doubt: they may have come out since it was made. A person is asked about each
 * slip. Each counts as tried and none as too old, so a further one is marked 2ª VIA. QR slips and drawers are cancelled.
 */
export function doubtWaitingSlips(db: Database): void {
  db.exec(`UPDATE print_job SET
      state = CASE WHEN document IN ('drawer', 'qr-slip') THEN 'cancelled' WHEN state = 'held' AND reason <> 'STALE' THEN state ELSE 'unknown' END,
      reason = CASE WHEN state = 'held' AND reason <> 'STALE' THEN reason ELSE 'TILL_ENDED' END,
      tries = max(tries, 1)
    WHERE state IN ('queued', 'sending', 'held', 'unknown')`);
}
