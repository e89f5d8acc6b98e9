import { basename } from 'node:path';
import type { By } from '../../../shared/domain/ledger-event/by.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { newestBackups } from '../ledger/backup/backups.ts';
import { restoreChosen, type ChosenRestore, type RestoreRefusal } from '../ledger/backup/restore-chosen.ts';
import type { Core } from '../till/core.ts';
import type { Till } from '../till/till.ts';

/** Makes a backup now and returns the name of its file. Rejects if the disk does not accept it. */
export async function makeBackup(till: Till): Promise<Result<string, 'storage-failed'>> {
  const made = await till.backUp('manual');
  return made === null ? err('storage-failed') : ok(basename(made));
}

/**
 * Replaces the ledger by the backup of this name and opens the till again. Records the reason in the new ledger. Rejects if the
 * disk does not accept it. The till then opens again with the ledger that it had.
 */
export function restoreBackup(
  core: Pick<Core, 'till' | 'alone' | 'whileClosed'>,
  by: By,
  { name, reason }: { readonly name: string; readonly reason: string },
): Promise<Result<ChosenRestore, RestoreRefusal>> {
  return core.alone(async () => {
    const { folder, clock, identity } = core.till();
    if (!newestBackups(folder).some((file) => basename(file) === name)) return err({ code: 'not-found' });
    const restored = await core.whileClosed(() =>
      restoreChosen(folder, name, { mode: identity.mode, now: clock.now() }),
    );
    if (!restored.ok) return restored;
    const { salvaged, lost } = restored.value;
    const setAside = basename(restored.value.setAside);
    const body = { backup: name, salvaged, lost, setAside, reason };
    core.till().ledger.record('ledger-restored', body, by);
    return ok({ ...restored.value, setAside });
  });
}
