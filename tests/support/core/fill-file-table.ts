import { openSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../main/core/ledger/open-database.ts';
import { storageErrorCode } from '../../../main/core/ledger/storage-error.ts';

/** Opens files until this process may open no more, then a ledger. Prints the codes of both failures. */
const folder = process.argv[2] ?? '.';
const codes: (string | null)[] = [];
openDatabase(join(folder, 'before.db')).close();
while (codes.length === 0) {
  try {
    openSync(process.execPath, 'r');
  } catch (error) {
    codes.push(storageErrorCode(error));
  }
}
try {
  openDatabase(join(folder, 'ledger.db'));
} catch (error) {
  codes.push(storageErrorCode(error));
}
process.stdout.write(codes.join(' '));
