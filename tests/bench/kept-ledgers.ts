import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { newestVersion } from '../../main/core/ledger/migrate.ts';
import type { BenchOptions } from './part.ts';

/**
 * The file of a ledger that `make` writes: in `folder`, or, where the caller keeps ledgers, made there once for each
 * schema and only read from then on.
 */
export function ledgerOf(
  { ledgers }: BenchOptions,
  folder: string,
  name: string,
  make: (file: string) => void,
): string {
  const file = join(ledgers ?? folder, `${name}-schema${newestVersion}.db`);
  if (existsSync(file)) return file;
  if (ledgers !== null) mkdirSync(ledgers, { recursive: true });
  // A run that was ended while it wrote leaves no ledger that looks whole.
  const making = `${file}.making`;
  make(making);
  renameSync(making, file);
  return file;
}
