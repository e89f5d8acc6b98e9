import { userInfo } from 'node:os';
import { join } from 'node:path';
import { FolderHolder, HOLDER_FILE } from '../../../shared/contract/core-trouble.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import { readJson } from '../../files/read-json.ts';
import { writePrivateFile } from '../ledger/private-file.ts';
import { storageErrorCode } from '../ledger/storage-error.ts';

/** Writes which account runs the till of a data folder. Call it with the folder locked. A till sells without this file. */
export function nameHolder(dataDir: string, logger: Logger): void {
  try {
    const { username: account } = userInfo();
    writePrivateFile(join(dataDir, HOLDER_FILE), `${JSON.stringify({ account })}\n`);
  } catch (error) {
    // An account without a name is a SystemError of Node.
    logger.warn('holder-not-named', { code: storageErrorCode(error) ?? String(error) });
  }
}

/** Returns the account that ran a till in this data folder last. Null if that cannot be read. */
export function holderOf(dataDir: string): string | null {
  const read = readJson(join(dataDir, HOLDER_FILE), FolderHolder);
  return read.kind === 'found' ? read.value.account : null;
}
