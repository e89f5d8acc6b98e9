import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../../main/core/ledger/migrations/index.ts';
import { schemaVersion } from '../../../../main/core/ledger/migrate.ts';
import { before } from './up-to.ts';

describe('migration 10', () => {
  it('makes every table of the first release in an empty database', () => {
    const { db, goOn } = before(10);
    const tables = () =>
      db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
    expect(tables()).toEqual([]);
    goOn();
    expect(schemaVersion(db)).toBe(10);
    expect(tables()).toEqual([
      'attempt',
      'charge',
      'ledger_event',
      'notice',
      'operator',
      'outbox_job',
      'setting',
      'shift',
    ]);
  });
});

describe('every migration', () => {
  it('has a test of its own here, from the version before with rows', () => {
    const tests = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'));
    const tested = tests.map((name) => Number(name.slice(0, 4)));
    expect(tested.sort((a, b) => a - b)).toEqual(MIGRATIONS.map(({ version }) => version));
  });
});
