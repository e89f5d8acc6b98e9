import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../../main/core/ledger/migrate.ts';
import { before } from './up-to.ts';

describe('migration 40', () => {
  it('leaves the shifts of before as they were, with no closing', () => {
    const { db, goOn } = before(40);
    db.exec("INSERT INTO shift (id, operator_id, opened_at_ms, closed_at_ms) VALUES ('s1', 'ana', 1, 2)");
    const shifts = () => db.prepare('SELECT id, operator_id, opened_at_ms, closed_at_ms FROM shift').all();
    const old = shifts();
    goOn();
    expect(schemaVersion(db)).toBe(40);
    expect(shifts()).toEqual(old);
    expect(db.prepare('SELECT count(*) FROM closing').pluck().get()).toBe(0);
  });

  it('makes tables that take a closing once and no change of it', () => {
    const { db, goOn } = before(40);
    goOn();
    const columns = db.prepare("SELECT name FROM pragma_table_info('closing')").pluck().all() as string[];
    const values = columns.map((name) => (name === 'event_hash' ? 'zeroblob(32)' : "'1'")).join(', ');
    db.exec(`INSERT INTO closing (${columns.join(', ')}) VALUES (${values})`);
    db.exec("INSERT INTO closing_status VALUES ('1', 'approved', 1, 100)");
    db.exec("INSERT INTO closing_wallet VALUES ('1', 'pix', 1, 100, 0, 0)");
    for (const table of ['closing', 'closing_status', 'closing_wallet']) {
      expect(() => db.exec(`UPDATE ${table} SET shift_id = '2'`)).toThrow(/not changed/);
      expect(() => db.exec(`DELETE FROM ${table}`)).toThrow(/not changed/);
    }
    expect(() => db.exec(`INSERT INTO closing (${columns.join(', ')}) VALUES (${values})`)).toThrow(/UNIQUE/);
  });
});
