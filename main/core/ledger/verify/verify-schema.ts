import type { Database } from 'better-sqlite3';
import { migrate } from '../migrate.ts';
import { openDatabase } from '../open-database.ts';
import type { Fault } from './fault.ts';

/** Tables and views, without which nothing else can be read; a view or a table that nobody made is named too. */
export function findOddTable(db: Database): Fault | null {
  return firstOdd(db, 'table', "type IN ('table', 'view')");
}

/** Triggers, which refuse changes and keep the sums, and indexes: each has the very text that the migrations give it. */
export function findOddGuard(db: Database): Fault | null {
  return firstOdd(db, 'guard', "type IN ('trigger', 'index')");
}

function firstOdd(db: Database, code: 'table' | 'guard', which: string): Fault | null {
  const found = textsOf(db, which);
  const expected = expectedTexts(which);
  for (const name of new Set([...expected.keys(), ...found.keys()])) {
    const [made, there] = [expected.get(name), found.get(name)];
    if (made === there) continue;
    const detail = there === undefined ? 'gone' : made === undefined ? 'unknown' : 'different';
    return { code, seq: null, subject: name, detail };
  }
  return null;
}

function expectedTexts(which: string): ReadonlyMap<string, string> {
  const fresh = openDatabase(':memory:');
  try {
    migrate(fresh);
    return textsOf(fresh, which);
  } finally {
    fresh.close();
  }
}

/** SQL by name. What SQLite makes by itself has none, or a name that nobody else may use. */
function textsOf(db: Database, which: string): ReadonlyMap<string, string> {
  const rows = db.prepare<[], { name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE ${which} AND sql IS NOT NULL AND name NOT GLOB 'sqlite_*' ORDER BY name`,
  );
  return new Map(rows.all().map(({ name, sql }) => [name, sql]));
}
