import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { newestBackups } from './backups.ts';
import { openReadOnly } from '../open-database.ts';
import { findOddSchema } from '../verify/verify-schema.ts';
import { isLost } from './restore.ts';

/** Whether the ledger of a folder has a manager, seen without a write. One that cannot be read may have one. */
export function mayHaveManager(folder: string): boolean {
  const path = join(folder, 'ledger.db');
  if (isLost(path, newestBackups(folder))) return true;
  if (!existsSync(path)) return false;
  let db: Database | null = null;
  try {
    db = openReadOnly(path);
    if (findOddSchema(db) !== null) return true;
    return db.prepare("SELECT 1 FROM operator WHERE role = 'manager' LIMIT 1").get() !== undefined;
  } catch (error) {
    const isOfDriver = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_');
    if (!isOfDriver) throw error;
    return true;
  } finally {
    db?.close();
  }
}
