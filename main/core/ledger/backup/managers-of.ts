import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { schemaVersion } from '../migrate.ts';
import { newestBackups } from './backups.ts';
import { openReadOnly } from '../open-database.ts';
import { findOddSchema } from '../verify/verify-schema.ts';
import { isLost } from './restore.ts';

/** A manager as another program may name one: no PIN and no hash. */
interface ManagerName {
  readonly id: string;
  readonly name: string;
}

/** The version since which a person can leave. */
const PEOPLE_LEAVE = 160;

/** Returns the managers of the ledger in a folder, without a write. `unreadable`: it cannot be read, so it may have one. */
export function managersOf(folder: string): readonly ManagerName[] | 'unreadable' {
  const path = join(folder, 'ledger.db');
  if (isLost(path, newestBackups(folder))) return 'unreadable';
  if (!existsSync(path)) return [];
  let db: Database | null = null;
  try {
    db = openReadOnly(path);
    if (findOddSchema(db) !== null) return 'unreadable';
    const working = schemaVersion(db) >= PEOPLE_LEAVE ? ' AND active = 1' : '';
    const select = `SELECT id, name FROM operator WHERE role = 'manager'${working} ORDER BY name`;
    return db.prepare<[], ManagerName>(select).all();
  } catch (error) {
    const isOfDriver = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_');
    if (!isOfDriver) throw error;
    return 'unreadable';
  } finally {
    db?.close();
  }
}
