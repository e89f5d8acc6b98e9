import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { MIGRATIONS } from '../../../../main/core/ledger/migrations/index.ts';
import { migrate } from '../../../../main/core/ledger/migrate.ts';

/** A database in memory as the version before `version` left it, empty; `goOn` migrates it to `version`. */
export function before(version: number): { db: Database.Database; goOn(): void } {
  const db = new Database(':memory:');
  onTestFinished(() => void db.close());
  migrate(
    db,
    MIGRATIONS.filter((migration) => migration.version < version),
  );
  return {
    db,
    goOn: () =>
      void migrate(
        db,
        MIGRATIONS.filter((migration) => migration.version <= version),
      ),
  };
}
