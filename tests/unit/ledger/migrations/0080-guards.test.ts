import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../../main/core/ledger/migrate.ts';
import { before } from './up-to.ts';

/** An event at 7, and the closing `s1` with a line of each kind: written as the version before did. */
function shop(): { db: Database; goOn(): void; columns: string } {
  const { db, goOn } = before(80);
  event(db, 'INSERT', 7);
  const columns = db.prepare("SELECT name FROM pragma_table_info('closing')").pluck().all().join(', ');
  db.exec(`INSERT INTO closing (${columns}) VALUES (${closing(columns, 's1', 7)});
    INSERT INTO closing_status VALUES ('s1', 'approved', 1, 100);
    INSERT INTO closing_wallet VALUES ('s1', 'pix', 1, 100, 0, 0);`);
  return { db, goOn, columns };
}

function event(db: Database, verb: string, seq: number): void {
  db.exec(`${verb} INTO ledger_event VALUES (${seq}, 1, '2026-03-02', 'ana', NULL, 'x', '{}', zeroblob(32))`);
}

function closing(columns: string, id: string, seq: number): string {
  const special: Record<string, string> = {
    shift_id: `'${id}'`,
    event_seq: String(seq),
    event_hash: 'zeroblob(32)',
  };
  return columns
    .split(', ')
    .map((name) => special[name] ?? "'1'")
    .join(', ');
}

describe('migration 80', () => {
  it('leaves events and closings as they were', () => {
    const { db, goOn } = shop();
    const rows = () =>
      ['ledger_event', 'closing', 'closing_status', 'closing_wallet'].map((table) =>
        db.prepare(`SELECT * FROM ${table}`).all(),
      );
    const old = rows();
    goOn();
    expect(schemaVersion(db)).toBe(80);
    expect(rows()).toEqual(old);
  });

  it('refuses to replace a row of the ledger, or to put one before the newest', () => {
    const { db, goOn } = shop();
    goOn();
    for (const seq of [7, 6, 0]) {
      expect(() => event(db, 'REPLACE', seq)).toThrow(/append-only/);
      expect(() => event(db, 'INSERT OR IGNORE', seq)).toThrow(/append-only/);
    }
    event(db, 'INSERT', 8);
    expect(db.prepare('SELECT count(*) FROM ledger_event').pluck().get()).toBe(2);
  });

  it('refuses to replace a closing, by whatever key of it', () => {
    const { db, goOn, columns } = shop();
    goOn();
    const replace = (names: string, values: string) => () =>
      db.exec(`INSERT OR REPLACE INTO closing (${names}) VALUES (${values})`);
    expect(replace(columns, closing(columns, 's1', 8))).toThrow(/not changed/);
    expect(replace(columns, closing(columns, 's2', 7))).toThrow(/not changed/);
    expect(replace(`rowid, ${columns}`, `1, ${closing(columns, 's2', 8)}`)).toThrow(/not changed/);
    replace(columns, closing(columns, 's2', 8))();
    expect(db.prepare('SELECT shift_id FROM closing').pluck().all()).toEqual(['s1', 's2']);
  });

  it('takes lines before their closing, and none once it stands', () => {
    const { db, goOn, columns } = shop();
    goOn();
    for (const verb of ['INSERT', 'REPLACE'])
      for (const line of [
        "closing_status VALUES ('s1', 'approved', 9, 900)",
        "closing_status VALUES ('s1', 'refunded', 9, 900)",
        "closing_wallet VALUES ('s1', 'pix', 9, 900, 0, 0)",
        "closing_wallet VALUES ('s1', 'ame', 9, 900, 0, 0)",
      ])
        expect(() => db.exec(`${verb} INTO ${line}`)).toThrow(/not changed/);
    db.pragma('foreign_keys = ON');
    db.transaction(() => {
      db.pragma('defer_foreign_keys = ON');
      db.exec("INSERT INTO closing_wallet VALUES ('s2', 'pix', 1, 100, 0, 0)");
      db.exec(`INSERT INTO closing (${columns}) VALUES (${closing(columns, 's2', 8)})`);
    })();
    expect(() => db.exec("INSERT INTO closing_wallet VALUES ('s3', 'pix', 1, 100, 0, 0)")).toThrow(/FOREIGN/);
    expect(db.prepare('SELECT shift_id FROM closing_wallet').pluck().all()).toEqual(['s1', 's2']);
  });
});
