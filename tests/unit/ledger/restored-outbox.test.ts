import { describe, expect, it } from 'vitest';
import { backupNow, stampOf } from '../../../main/core/ledger/backup/backups.ts';
import { NOON_UTC } from '../../support/time/virtual-clock.ts';
import { finalized, givenUp, opened, refundRequested, seen } from '../domain/charge/samples.ts';
import { HARM, overwrite } from './damage.ts';
import { createdAs, happen, idOf, ledgerOn, openFolder, temporaryFolder } from './setup-ledger.ts';

describe('what a restored ledger owes', () => {
  it('sends no create and no refund again on its own account', () => {
    const folder = temporaryFolder();
    const { db, path } = openFolder(folder);
    const ledger = ledgerOn(db);
    happen(ledger, 2, createdAs(2), opened(), seen('approved'), finalized, refundRequested());
    happen(ledger, 1, createdAs(1));
    backupNow(db, folder, stampOf(NOON_UTC), 'test');
    // Both are sent and answered, and then the disk fails so badly that nothing after the backup can be read.
    happen(ledger, 1, opened());
    db.close();
    overwrite(path, 0, 100);
    const restored = ledgerOn(openFolder(folder).db);
    const jobs = [...restored.jobs.of(idOf(1)), ...restored.jobs.of(idOf(2))];
    expect(jobs).toMatchObject([
      { kind: 'create', state: 'leased', tries: 1 },
      { kind: 'time-limit', state: 'waiting' },
      { kind: 'refund', state: 'leased', tries: 1 },
    ]);
  });

  it('owes what the salvaged events set going, and no more', () => {
    const folder = temporaryFolder();
    const { db, path } = openFolder(folder);
    const ledger = ledgerOn(db);
    happen(ledger, 1, createdAs(1), opened());
    backupNow(db, folder, stampOf(NOON_UTC), 'test');
    happen(ledger, 1, givenUp(), seen('cancelled'));
    happen(ledger, 2, createdAs(2), opened());
    db.close();
    HARM['its version zeroed'](path);
    const restored = ledgerOn(openFolder(folder).db);
    expect(restored.charges.byId(idOf(1))?.status).toBe('cancelled');
    expect(restored.jobs.of(idOf(1)).map(({ kind }) => kind)).toEqual(['watch']);
    const kinds = restored.jobs.of(idOf(2)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'create').sort()).toEqual(['look-up', 'time-limit']);
  });
});
