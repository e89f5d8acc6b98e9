import type { Database } from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

/** The schema version that this program writes. */
export const newestVersion: number = MIGRATIONS.at(-1)?.version ?? 0;

/** The schema version that a database file carries (`user_version`); 0 for a new one. */
export function schemaVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** True when `migrate` would change a database that already holds something. */
export function needsMigration(db: Database, migrations = MIGRATIONS): boolean {
  const version = schemaVersion(db);
  return version > 0 && version < (migrations.at(-1)?.version ?? 0);
}

/**
 * Brings the schema up to date in one transaction. A database written by a newer version is refused and left
 * untouched. Throws when the migrations themselves are wrong: that is a bug.
 */
export function migrate(
  db: Database,
  migrations: readonly Migration[] = MIGRATIONS,
): Result<void, 'from-the-future'> {
  migrations.forEach(({ version }, place) => {
    if (version <= (migrations[place - 1]?.version ?? 0))
      throw new Error(`migration ${version} is out of order`);
  });
  const current = schemaVersion(db);
  if (current > (migrations.at(-1)?.version ?? 0)) return err('from-the-future');
  const due = migrations.filter(({ version }) => version > current);
  if (due.length === 0) return ok(undefined);
  db.transaction(() => {
    for (const migration of due) {
      migration.update(db);
      db.pragma(`user_version = ${migration.version}`);
    }
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} broken references after migrating`);
  }).immediate();
  return ok(undefined);
}
