import type { Database } from 'better-sqlite3';

/**
 * What waits in the print queue of a backup may have come out since: a person is asked about it, and whatever is printed
 * again says that it is a copy, since it counts as tried. A QR of then is not wanted, and nobody stands at that drawer.
 */
export function doubtWaitingSlips(db: Database): void {
  db.exec(`UPDATE print_job SET
      state = CASE WHEN document IN ('drawer', 'qr-slip') THEN 'cancelled' WHEN state = 'held' THEN state ELSE 'unknown' END,
      reason = CASE state WHEN 'held' THEN reason ELSE 'TILL_ENDED' END,
      tries = max(tries, 1)
    WHERE state IN ('queued', 'sending', 'held', 'unknown')`);
}
