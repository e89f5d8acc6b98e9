import type { Database } from 'better-sqlite3';

/** Prepares the write of a row of the table `setting`. The returned function adds the key, or replaces its value. */
export function createSettingWrite(db: Database): (key: string, value: unknown) => void {
  const put = db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return (key, value) => void put.run(key, JSON.stringify(value));
}

/** Returns the value of a setting. Undefined if the key is missing, or if its text is not JSON. */
export function readSetting(db: Database, key: string): unknown {
  const text = db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck().get(key);
  return text === undefined ? undefined : parseSetting(text);
}

/** Returns a stored value. Undefined if its text is not JSON: a bad row counts as a missing one, so that a till can start. */
export function parseSetting(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Only a person with a database tool, or a bad disk, writes such a row.
    return undefined;
  }
}
