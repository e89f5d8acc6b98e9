import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Credentials } from '../../shared/contract/main-port.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Logger } from '../../shared/kernel/logger.ts';
import { readJson, setAside } from '../files/read-json.ts';
import { stageFile } from '../files/write-atomically.ts';
import { describe, type VaultView } from './describe.ts';
import type { Protection } from './protection.ts';
import { decode, EMPTY, encode, VaultFile } from './vault-file.ts';

/** Keys that are safe on disk and not used before `commit`. */
export interface StagedKeys {
  commit(): Result<void, 'storage-failed'>;
  discard(): void;
}

/** The shop's keys on this machine. Only the core gets them. A window gets `describe()`. */
export interface Vault {
  describe(): VaultView;
  credentials(): Credentials | null;
  modeChosen(): boolean;
  /** Writes the keys to a temporary file. Null is training: no keys. */
  stage(
    credentials: Credentials | null,
    withoutKeychain: boolean,
  ): Result<StagedKeys, 'no-keychain' | 'storage-failed'>;
}

/** Opens the vault of a data folder. */
export function openVault(
  dataDir: string,
  protection: Protection,
  logger: Logger,
  nowMs: () => number = Date.now,
): Vault {
  const path = join(dataDir, 'vault.json');
  const file = read(path, logger);
  const opened = file === 'unreadable' ? 'unreadable' : decode(file, protection);
  if (opened === 'unreadable') logger.error('keys-unreadable', { protection: protection.kind });

  let credentials = opened === 'unreadable' ? null : opened;
  let unreadable = opened === 'unreadable';
  let chosen = file !== 'unreadable' && !unreadable && file.chosen;

  const put = (staged: { commit(): void }, next: Credentials | null): Result<void, 'storage-failed'> => {
    try {
      // Keeps keys that cannot be read now. Another account, or the keychain after it opens, may be able to read them.
      if (unreadable && existsSync(path)) {
        setAside(path, nowMs());
        logger.warn('unreadable-keys-set-aside');
      }
      staged.commit();
    } catch (error) {
      return failed(logger, error);
    }
    credentials = next;
    chosen = true;
    unreadable = false;
    return ok(undefined);
  };

  return {
    describe: () => describe({ credentials, chosen, unreadable, protection: protection.kind }),
    credentials: () => credentials,
    modeChosen: () => chosen,
    stage(next, withoutKeychain) {
      if (next !== null && protection.kind === 'none' && !withoutKeychain) return err('no-keychain');
      try {
        const staged = stageFile(path, encode(next, protection));
        return ok({ commit: () => put(staged, next), discard: () => staged.discard() });
      } catch (error) {
        return failed(logger, error);
      }
    },
  };
}

function failed(logger: Logger, error: unknown): Result<never, 'storage-failed'> {
  logger.error('keys-not-stored', { code: (error as NodeJS.ErrnoException).code ?? 'unknown' });
  return err('storage-failed');
}

function read(path: string, logger: Logger): VaultFile | 'unreadable' {
  const outcome = readJson(path, VaultFile);
  if (outcome.kind === 'missing') return EMPTY;
  closeToOthers(path);
  if (outcome.kind === 'found') return outcome.value;
  logger.error('vault-file-unusable', { reason: outcome.reason });
  return 'unreadable';
}

/** Makes the file private. A restored backup may be readable for everyone. */
function closeToOthers(path: string): void {
  try {
    chmodSync(path, 0o600);
  } catch {
    // The file belongs to another account, or the folder is read-only. Reading works, and writing will fail with an error.
  }
}
