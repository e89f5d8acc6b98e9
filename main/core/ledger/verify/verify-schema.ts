import type { Database } from 'better-sqlite3';
import { migrate, newestVersion, schemaVersion } from '../migrate.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import { openDatabase } from '../open-database.ts';
import type { Fault } from './fault.ts';

const TABLES = "type IN ('table', 'view')";
const GUARDS = "type IN ('trigger', 'index')";
type Which = typeof TABLES | typeof GUARDS;

/** Returns the first table or view that is missing, unknown, or not as the migrations up to the file's version make it. */
export function findOddTable(db: Database): Fault | null {
  return firstOdd(db, 'table', TABLES);
}

/** Returns the first trigger or index that is missing, unknown, or not as the migrations up to the file's version make it. */
export function findOddGuard(db: Database): Fault | null {
  return firstOdd(db, 'guard', GUARDS);
}

/** Returns what is wrong with the schema of a file, in a few words, or null. Reads no row of any table or view. */
export function findOddSchema(db: Database): string | null {
  const odd = findOddTable(db) ?? findOddGuard(db);
  return odd === null ? null : `${odd.code} ${odd.subject ?? ''} is ${odd.detail}`;
}

/** True if this is the table that the migrations make, whatever else is in the file. */
export function hasOurTable(db: Database, name: 'ledger_event' | 'operator' | 'outside_text'): boolean {
  const found = db
    .prepare<[string], { type: string; sql: string }>(
      'SELECT type, sql FROM sqlite_schema WHERE name = ? COLLATE NOCASE',
    )
    .all(name);
  return (
    found.length === 1 &&
    found[0]?.type === 'table' &&
    found[0].sql === SCHEMAS(newestVersion)[TABLES].get(name)
  );
}

function firstOdd(db: Database, code: 'table' | 'guard', which: Which): Fault | null {
  const found = textsOf(db, which);
  const expected = SCHEMAS(Math.min(schemaVersion(db), newestVersion))[which];
  for (const name of new Set([...expected.keys(), ...found.keys()])) {
    const [made, there] = [expected.get(name), found.get(name)];
    if (made === there) continue;
    const detail = there === undefined ? 'gone' : made === undefined ? 'unknown' : 'different';
    return { code, seq: null, subject: name, detail };
  }
  return null;
}

type Texts = ReadonlyMap<string, string>;

/** The schemas by version, each made once: a restore compares many files. They are constants that the migrations spell out. */
const SCHEMAS = createSchemas();

function createSchemas(): (version: number) => Readonly<Record<Which, Texts>> {
  const made = new Map<number, Readonly<Record<Which, Texts>>>();
  return (version) => {
    const known = made.get(version);
    if (known !== undefined) return known;
    const fresh = openDatabase(':memory:');
    try {
      migrate(fresh, version > 0 ? MIGRATIONS.filter((each) => each.version <= version) : MIGRATIONS);
      const texts = { [TABLES]: textsOf(fresh, TABLES), [GUARDS]: textsOf(fresh, GUARDS) };
      made.set(version, texts);
      return texts;
    } finally {
      fresh.close();
    }
  };
}

/** SQL by name. What SQLite makes by itself has none, or a name that nobody else may use. */
function textsOf(db: Database, which: Which): ReadonlyMap<string, string> {
  const rows = db.prepare<[], { name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE ${which} AND sql IS NOT NULL AND name NOT GLOB 'sqlite_*' ORDER BY name`,
  );
  return new Map(rows.all().map(({ name, sql }) => [name, sql]));
}
