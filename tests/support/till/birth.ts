import { readIdentity, readLedgerId, type Birth } from '../../../main/core/ledger/identity.ts';
import type { OpenedFile } from '../../../main/core/ledger/open-ledger.ts';
import type { Database } from 'better-sqlite3';
import { epochMs } from '../../../shared/kernel/time.ts';
import { createSeededRandom } from '../../../build/run/seeded-random.ts';

/** One for all ledgers, so that two ledgers of a test are of two tills. */
const random = createSeededRandom('births');

/** What a till of production gives a ledger that it opens at an instant, epoch ms. */
export function birthAt(nowMs: number): Birth {
  return { mode: 'production', now: epochMs(nowMs), random };
}

/** Returns a ledger in memory as an opened file, for a till. Throws if the ledger has no identity. */
export function openedInMemory(db: Database): OpenedFile {
  const identity = readIdentity(db);
  if (identity === null) throw new Error('the ledger has no identity');
  return {
    db,
    path: ':memory:',
    folder: '',
    identity,
    ledgerId: readLedgerId(db) ?? '',
    notices: [],
  };
}
