import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase, openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { lockFolder } from '../../../main/core/ledger/folder-lock.ts';
import { memoryLedger, openFolder, temporaryFolder } from './setup-ledger.ts';

describe('an open ledger', () => {
  it('has each pragma that it was given, on an empty file and on one that holds tables', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'ledger.db');
    for (const db of [openDatabase(file), openFolder(folder).db, openDatabase(file)]) {
      onTestFinished(() => void db.close());
      const read = (name: string): unknown => db.pragma(name, { simple: true });
      expect(read('journal_mode')).toBe('wal');
      expect(read('synchronous')).toBe(2);
      expect(read('foreign_keys')).toBe(1);
      expect(read('busy_timeout')).toBe(5000);
      expect(read('wal_autocheckpoint')).toBe(4000);
    }
  });

  it('cannot be written through the connection for reports', () => {
    const { path } = openFolder(temporaryFolder());
    const reader = openReadOnly(path);
    onTestFinished(() => void reader.close());
    expect(() => reader.exec('DELETE FROM charge')).toThrow(/readonly/);
    expect(() => openReadOnly(`${path}-that-is-not-there`)).toThrow(/open/);
  });

  it('is strict: every table refuses a value of another type, and money is never negative', () => {
    const { db } = memoryLedger();
    const tables = db
      .prepare<[], { name: string; strict: number }>('SELECT name, strict FROM pragma_table_list')
      .all()
      .filter(({ name }) => !name.startsWith('sqlite_'));
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
    const setting = db.prepare('INSERT INTO notice (id, code, detail, at_ms) VALUES (?, ?, ?, ?)');
    expect(() => setting.run('a', 'b', 'c', 1.5)).toThrow(/INTEGER/);
    const columns = db
      .prepare<[], { sql: string }>("SELECT sql FROM sqlite_schema WHERE type = 'table'")
      .all()
      .flatMap(({ sql }) => sql.split('\n'))
      // What declares a column, and not what is worked out of one.
      .filter((line) => /^\s*\w+_centavos /.test(line));
    expect(columns.length).toBeGreaterThan(4);
    for (const line of columns) expect(line).toMatch(/INTEGER.*CHECK \(\w+ >=? 0\)/);
  });
});

describe('a data folder', () => {
  it('belongs to one till at a time', () => {
    const folder = temporaryFolder();
    const release = lockFolder(folder);
    expect(release).not.toBeNull();
    expect(lockFolder(folder)).toBeNull();
    release?.();
    const again = lockFolder(folder);
    expect(again).not.toBeNull();
    again?.();
  });
});
