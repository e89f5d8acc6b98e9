import { readIdentity, readLedgerId, type Birth } from '../../../main/core/ledger/identity.ts';
import type { OpenedFile } from '../../../main/core/ledger/open-ledger.ts';
import type { Database } from 'better-sqlite3';
import type { TillIdentity } from '../../../shared/domain/till/identity.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { createSeededRandom } from '../../../build/run/seeded-random.ts';

/** One for all ledgers, so that two ledgers of a test are of two tills. */
const random = createSeededRandom('births');

/** What a till of production gives a ledger that it opens at an instant, epoch ms. */
export function birthAt(nowMs: number): Birth {
  return { mode: 'production', now: epochMs(nowMs), random };
}

/** Returns the identity of a ledger that was opened or identified. Throws if it has none. */
export function identityOf(db: Database): TillIdentity {
  const identity = readIdentity(db);
  if (identity === null) throw new Error('the ledger has no identity');
  return identity;
}

/** Returns an identified ledger in memory as an opened file, for a till. */
export function openedInMemory(db: Database): OpenedFile {
  return {
    db,
    path: ':memory:',
    folder: '',
    identity: identityOf(db),
    ledgerId: readLedgerId(db) ?? '',
    notices: [],
  };
}
