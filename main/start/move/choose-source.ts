import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { changedAt, hasAnyLedger, hasLedger, isTillFolder } from './till-files.ts';

/** The folders in which a ledger of production is, if there is more than one. */
export interface TwoLedgers {
  readonly code: 'two-ledgers';
  readonly folders: readonly string[];
}

/**
 * Returns the old data folder to move. Null if none is to be moved. Only ledgers of production have money. If more than one folder
 * has one, a person must decide, and the error names them. Of two ledgers of training it takes the one that was written last.
 * A ledger of training that is not taken stays in its folder.
 */
export function chooseSource(target: string, olds: readonly string[]): Result<string | null, TwoLedgers> {
  const sources = olds.filter(isTillFolder);
  const folders = hasAnyLedger(target) ? [target, ...sources] : sources;
  const withMoney = folders.filter((folder) => hasLedger(folder, 'production'));
  if (withMoney.length > 1) return err({ code: 'two-ledgers', folders: withMoney });
  if (hasAnyLedger(target)) {
    // The till may have sold in the new folder for practice only. Then neither folder is the obvious one.
    const isElsewhere = withMoney.length === 1 && withMoney[0] !== target;
    return isElsewhere ? err({ code: 'two-ledgers', folders: [target, ...withMoney] }) : ok(null);
  }
  return ok(withMoney[0] ?? newest(sources));
}

function newest(folders: readonly string[]): string | null {
  const times = new Map(folders.map((folder) => [folder, changedAt(folder, 'training') ?? 0]));
  return folders.toSorted((one, other) => (times.get(other) ?? 0) - (times.get(one) ?? 0))[0] ?? null;
}
