import type { Ledger } from '../../ledger/ledger.ts';
import { pinDigest, readToldPeople } from '../../ledger/projections/people-event.ts';
import { recordIfPossible } from '../../ledger/record-if-possible.ts';
import type { PeopleRows } from './people-rows.ts';

/**
 * Writes the digest of the PIN of each person whom an older version added without one. From then on a check of the ledger finds
 * a hash that was put in its place. If the disk does not accept it, the next start tries again.
 */
export function noteDigests(ledger: Ledger, rows: Pick<PeopleRows, 'byId'>): void {
  for (const { id, pinDigest: told } of readToldPeople(ledger.db).values()) {
    const row = rows.byId(id);
    if (told !== null || row === undefined) continue;
    if (!recordIfPossible(ledger, 'pin-digest-noted', { id, pinDigest: pinDigest(row.pin_hash) })) return;
  }
}
