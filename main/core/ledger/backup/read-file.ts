import Database from 'better-sqlite3';
import { removeIfFree } from '../../../files/file-operations.ts';
import { isBackup, openReadOnly } from '../open-database.ts';
import { hasOurTable } from '../verify/verify-schema.ts';

/** The tables of a ledger's file that another file may take rows from. */
type Table = 'ledger_event' | 'operator' | 'outside_text';

/**
 * Reads a ledger's file that this process did not make, without trust in its schema. Before `read`, checks that each of `tables`
 * is the table that this program makes: a view of that name may have no end. Leaves no side files beside a backup. Throws the
 * driver's error, and `SQLITE_CORRUPT` for another table.
 */
export function readLedgerFile<T>(
  file: string,
  read: (db: Database.Database) => T,
  tables: readonly Table[] = ['ledger_event'],
): T {
  const db = openReadOnly(file);
  try {
    db.pragma('query_only = ON');
    db.pragma('cell_size_check = ON');
    for (const table of tables)
      if (!hasOurTable(db, table))
        throw new Database.SqliteError(`${table} is not the table of a ledger`, 'SQLITE_CORRUPT');
    return read(db);
  } finally {
    db.close();
    if (isBackup(file)) for (const side of ['-wal', '-shm']) removeIfFree(file + side);
  }
}
