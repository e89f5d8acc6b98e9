import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate, needsMigration, schemaVersion } from '../../../main/core/ledger/migrate.ts';
import { MIGRATIONS } from '../../../main/core/ledger/migrations/index.ts';
import type { Migration } from '../../../main/core/ledger/migrations/migration.ts';
import { newestBackups } from '../../../main/core/ledger/backup/backups.ts';
import { openLedgerFile } from '../../../main/core/ledger/open-ledger.ts';
import { openFolder, sell, ledgerOn, temporaryFolder } from './setup-ledger.ts';
import { birthAt } from '../../support/till/birth.ts';

function memory(): Database.Database {
  const db = new Database(':memory:');
  onTestFinished(() => void db.close());
  return db;
}

const step = (version: number, sql: string): Migration => ({ version, update: (db) => void db.exec(sql) });
const A = step(10, 'CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1)');
const B = step(20, 'ALTER TABLE a ADD COLUMN y INTEGER');
const BAD = step(30, 'INSERT INTO a VALUES (2, 2); INSERT INTO nothing VALUES (1)');

describe('migrations', () => {
  it('run in order, each once', () => {
    const db = memory();
    expect(needsMigration(db, [A])).toBe(false);
    migrate(db, [A]);
    expect([schemaVersion(db), needsMigration(db, [A]), needsMigration(db, [A, B])]).toEqual([
      10,
      false,
      true,
    ]);
    migrate(db, [A, B]);
    migrate(db, [A, B]);
    expect(schemaVersion(db)).toBe(20);
    expect(db.prepare('SELECT * FROM a').all()).toEqual([{ x: 1, y: null }]);
  });

  it('must stand in order, each number once', () => {
    for (const wrong of [
      [B, A],
      [A, A],
    ])
      expect(() => migrate(memory(), wrong)).toThrow(/out of order/);
    expect(MIGRATIONS.map(({ version }) => version % 10)).toEqual(MIGRATIONS.map(() => 0));
  });

  it('roll back as a whole when one fails', () => {
    const db = memory();
    migrate(db, [A]);
    expect(() => migrate(db, [A, B, BAD])).toThrow(/nothing/);
    expect(schemaVersion(db)).toBe(10);
    expect(db.prepare('SELECT * FROM a').all()).toEqual([{ x: 1 }]);
  });

  it('roll back when they leave a reference to nothing', () => {
    const db = memory();
    db.pragma('foreign_keys = OFF');
    const orphan = `CREATE TABLE b (a INTEGER REFERENCES c (id)); CREATE TABLE c (id INTEGER PRIMARY KEY);
      INSERT INTO b VALUES (7)`;
    expect(() => migrate(db, [step(10, orphan)])).toThrow(/broken references/);
    expect(schemaVersion(db)).toBe(0);
  });

  it('refuse what a newer version wrote', () => {
    const db = memory();
    db.pragma('user_version = 30');
    expect(migrate(db, [A, B])).toEqual({ ok: false, error: 'from-the-future' });
    expect(schemaVersion(db)).toBe(30);
  });
});

describe('the ledger file', () => {
  it('of a newer version is refused, and not a byte of its folder is touched', () => {
    const folder = temporaryFolder();
    const { db } = openFolder(folder);
    sell(ledgerOn(db), 1);
    db.pragma('user_version = 99990');
    db.close();
    const before = fingerprint(folder);
    expect(openLedgerFile(folder, birthAt(0))).toEqual({ ok: false, error: 'from-the-future' });
    expect(fingerprint(folder)).toEqual(before);
  });

  it('of an older version is backed up before it is migrated', () => {
    const folder = temporaryFolder();
    const old = new Database(join(folder, 'ledger.db'));
    migrate(
      old,
      MIGRATIONS.filter(({ version }) => version <= 110),
    );
    old.exec("INSERT INTO notice (id, code, detail, at_ms) VALUES ('x', 'x', '7', 1)");
    old.close();
    expect(openLedgerFile(folder, birthAt(Date.UTC(2026, 2, 2, 12)))).toMatchObject({ ok: true });
    const [file, ...others] = newestBackups(folder);
    expect(others).toEqual([]);
    expect(file).toMatch(/ledger-000000000000-2026-03-02T12-00-00-000Z-before-migration\.db$/);
    const backup = new Database(file);
    onTestFinished(() => void backup.close());
    expect(backup.prepare('SELECT detail FROM notice').pluck().get()).toBe('7');
    expect(schemaVersion(backup)).toBe(110);
  });

  it('has the schema that is written down', async () => {
    const { db } = openFolder(temporaryFolder());
    const parts = db
      .prepare<[], { sql: string }>(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name",
      )
      .all()
      .map(({ sql }) => `${sql.replaceAll(/\n {6}/g, '\n')};`);
    const text = [`-- Schema ${schemaVersion(db)}`, ...parts, ''].join('\n\n');
    await expect(text).toMatchFileSnapshot('schema.sql');
  });
});

function fingerprint(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}
