import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LOG_FILES } from '../../../shared/kernel/retention.ts';

/** The file that a working till holds locked. Every till has made it before its first ledger. */
export const LOCK = 'till.lock';

/** The folders of the ledgers. Production's first: if it cannot be moved, nothing else is. */
export const LEDGERS = ['production', 'training'] as const;
type Ledger = (typeof LEDGERS)[number];

/**
 * Returns what the product has written in a data folder, by path. The old folder can be the folder of all programs, so neither
 * `chromium`, which may be the browser's there, nor the rest of `logs` and `settings` is in the list.
 */
export function tillFiles(folder: string): readonly string[] {
  const keysSetAside = names(folder).filter((name) => /^vault\.json\..+\.unusable$/.test(name));
  return [
    ...LEDGERS,
    'vault.json',
    ...keysSetAside,
    'api-token',
    'api-programs.json',
    'report-partial',
    join('settings', 'displays.json'),
    join('logs', 'balcao.log'),
    ...Array.from({ length: LOG_FILES - 1 }, (_, index) => join('logs', `balcao.${index + 1}.log`)),
  ];
}

/** True if the folder has this ledger, or a backup of it: a till restores a lost ledger from its backups. */
export function hasLedger(folder: string, ledger: Ledger): boolean {
  return changedAt(folder, ledger) !== null || names(join(folder, ledger, 'backups')).length > 0;
}

/** True if the folder has a ledger. */
export function hasAnyLedger(folder: string): boolean {
  return LEDGERS.some((ledger) => hasLedger(folder, ledger));
}

/** True if a till has worked in the folder: it has the lock of a till, and a ledger. */
export function isTillFolder(folder: string): boolean {
  return existsSync(join(folder, LOCK)) && hasAnyLedger(folder);
}

/** Returns when the ledger's file or its log was last written, epoch ms. Null without a file. */
export function changedAt(folder: string, ledger: Ledger): number | null {
  const files = ['ledger.db', 'ledger.db-wal'].map((name) => join(folder, ledger, name));
  const times = files.flatMap((file) => {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats === undefined || stats.size === 0 ? [] : [stats.mtimeMs];
  });
  return times.length === 0 ? null : Math.max(...times);
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
