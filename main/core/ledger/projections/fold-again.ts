import type { Database } from 'better-sqlite3';
import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import { createChargeRepo } from './charge-repo.ts';
import { createEventLog, type StoredEvent } from '../event-log.ts';
import { fold } from './fold.ts';
import { migrate, needsMigration, schemaVersion } from '../migrate.ts';
import { storageErrorCode } from '../storage-error.ts';

/**
 * Programs of an older schema ended the problems of unknown words and unclear refunds by other rules, and called a charge
 * ended whose newest order was refused or over while an earlier one was still searched for.
 */
const RULES_CHANGED = 130;

/**
 * Brings the schema up to date. If an older program wrote the charges, folds those again whose state or problem differs by
 * the rules of today. Both are one transaction, so a crash between them cannot leave rows of the old rules.
 */
export function migrateCharges(db: Database): Result<void, 'from-the-future'> {
  const isOfOldRules = needsMigration(db) && schemaVersion(db) < RULES_CHANGED;
  if (!isOfOldRules) return migrate(db);
  return db
    .transaction(() => {
      const migrated = migrate(db);
      foldAgain(db);
      return migrated;
    })
    .immediate();
}

/**
 * Charges with a problem that a later word can end, refunded ones, whose problem an older program may have ended, and the few
 * with more than one attempt.
 */
const CANDIDATES = `SELECT id FROM charge
  WHERE problem_code IN ('unknown-word', 'refund-unclear', 'refund-refused') OR refunded_centavos > 0
    OR id IN (SELECT charge_id FROM attempt WHERE no > 1)`;

function foldAgain(db: Database): void {
  const log = createEventLog(db);
  const charges = createChargeRepo(db);
  for (const id of db.prepare<[], string>(CANDIDATES).pluck().all()) {
    const charge = foldOrNull(() => log.of(id));
    if (charge !== null) charges.save(charge);
  }
}

/** Returns null for events that cannot be read or applied: the row stays as it is, and `verify-ledger` reports it. */
function foldOrNull(read: () => StoredEvent[]): Charge | null {
  try {
    return fold(read());
  } catch (error) {
    if (storageErrorCode(error) !== null) throw error;
    return null;
  }
}
