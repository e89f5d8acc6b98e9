import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Credentials, LedgerMemory } from '../../shared/contract/main-port.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Logger } from '../../shared/kernel/logger.ts';
import { readJson, setAside } from '../files/read-json.ts';
import { stageFile, writeAtomically } from '../files/write-atomically.ts';
import { describe, type VaultView } from './describe.ts';
import type { Protection } from './protection.ts';
import { decodeKeys, decodeLedger, EMPTY, encodeKeys, encodeLedger, VaultFile } from './vault-file.ts';

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
  /** Returns what is known of production's ledger. Null before its first opening with these keys. */
  ledger(): LedgerMemory | null;
  /** Stores the id of production's ledger. If the disk does not accept it, logs that: the next start tries again. */
  rememberLedger(id: string): void;
  /** Writes the keys to a temporary file. Null is training: no keys. */
  stage(
    credentials: Credentials | null,
    withoutKeychain: boolean,
  ): Result<StagedKeys, 'no-keychain' | 'storage-failed'>;
}

/** Opens the vault of a data folder. `newKey` returns 32 random bytes. */
export function openVault(
  dataDir: string,
  protection: Protection,
  logger: Logger,
  nowMs: () => number = Date.now,
  newKey: () => Buffer = () => randomBytes(32),
): Vault {
  const path = join(dataDir, 'vault.json');
  const found = read(path, logger);
  const opened = found === 'unreadable' ? 'unreadable' : decodeKeys(found, protection);
  if (opened === 'unreadable') logger.error('keys-unreadable', { protection: protection.kind });

  let file = found === 'unreadable' ? EMPTY : found;
  let credentials = opened === 'unreadable' ? null : opened;
  let unreadable = opened === 'unreadable';
  let chosen = !unreadable && file.chosen;
  let ledger = decodeLedger(file, protection);

  const storeLedger = (known: LedgerMemory): void => {
    try {
      const next = { ...file, ledger: encodeLedger(known, protection) };
      writeAtomically(path, toText(next));
      file = next;
      ledger = known;
    } catch (error) {
      failed(logger, error);
    }
  };

  const put = (
    staged: { commit(): void },
    next: VaultFile,
    keys: Credentials | null,
  ): Result<void, 'storage-failed'> => {
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
    file = next;
    credentials = keys;
    chosen = true;
    unreadable = false;
    // The ledger of new keys becomes known between their draft and its commit.
    if (ledger !== null && next.ledger === undefined) storeLedger(ledger);
    return ok(undefined);
  };

  return {
    describe: () => {
      const { protection: kind } = file.keys;
      const state = { credentials, chosen, unreadable, protection: protection.kind };
      return describe({ ...state, file: kind === 'empty' ? null : kind });
    },
    credentials: () => credentials,
    modeChosen: () => chosen,
    ledger: () => ledger,
    stage(keys, withoutKeychain) {
      if (keys !== null && protection.kind === 'none' && !withoutKeychain) return err('no-keychain');
      try {
        const next: VaultFile = {
          version: 1,
          chosen: true,
          keys: encodeKeys(keys, protection),
          ...(ledger === null ? {} : { ledger: encodeLedger(ledger, protection) }),
        };
        const staged = stageFile(path, toText(next));
        return ok({ commit: () => put(staged, next, keys), discard: () => staged.discard() });
      } catch (error) {
        return failed(logger, error);
      }
    },
    rememberLedger(id) {
      if (unreadable || ledger?.id === id) return;
      const signingKey = protection.kind === 'keychain' ? newKey().toString('base64') : null;
      storeLedger({ id, signingKey });
    },
  };
}

function toText(file: VaultFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

function failed(logger: Logger, error: unknown): Result<never, 'storage-failed'> {
  logger.error('keys-not-stored', { code: (error as NodeJS.ErrnoException).code ?? 'unknown' });
  return err('storage-failed');
}

function read(path: string, logger: Logger): VaultFile | 'unreadable' {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
    logger.error('vault-file-unusable', { reason: 'a link' });
    return 'unreadable';
  }
  const outcome = readJson(path, VaultFile);
  if (outcome.kind === 'missing') return EMPTY;
  closeToOthers(path);
  if (outcome.kind === 'found') return outcome.value;
  const reason = outcome.kind === 'held' ? 'held by another program' : outcome.reason;
  logger.error('vault-file-unusable', { reason });
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
