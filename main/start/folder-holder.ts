import { join } from 'node:path';
import { FolderHolder, HOLDER_FILE } from '../../shared/contract/core-trouble.ts';
import { readJson } from '../files/read-json.ts';

/** Returns the account that ran a till in this data folder last. Null if that cannot be read. */
export function holderOf(dataDir: string): string | null {
  const read = readJson(join(dataDir, HOLDER_FILE), FolderHolder);
  return read.kind === 'found' ? read.value.account : null;
}
