import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../../main/core/ledger/migrate.ts';
import { before } from './up-to.ts';

describe('migration 70', () => {
  it('leaves charges as they were, an index of amounts that holds what is looked at, and one index of codes', () => {
    const { db, goOn } = before(70);
    const put =
      db.prepare(`INSERT INTO charge (id, request_id, till, operator, shift_id, business_day, amount_centavos,
        wallet, status, version, created_at_ms, time_limit_ms, extended, paid_centavos, refunded_centavos, late, waits,
        settled, store)
      VALUES (@id, 'request ' || @id, 'caixa-1', 'ana', 's1', '2026-03-02', @amount, 'pix', 'approved', 3, 1, 300000, 0,
        @amount, 0, 0, 0, 1, 'Norte')`);
    put.run({ id: 'ab1', amount: 1000 });
    put.run({ id: 'ab2', amount: 900 });
    const rows = () =>
      db.prepare('SELECT id, amount_centavos, status, store, band FROM charge ORDER BY id').all();
    const old = rows();
    const look = `SELECT id, business_day, status, wallet, operator, store, till, late, forced_outcome, paid_centavos,
      refunded_centavos FROM charge INDEXED BY charge_amount WHERE amount_centavos >= 1000`;
    const plan = () => db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${look}`).get()?.detail;
    expect(plan()).toContain('USING INDEX');
    goOn();
    expect(schemaVersion(db)).toBe(70);
    expect(rows()).toEqual(old);
    expect(plan()).toContain('USING COVERING INDEX');
    expect(db.prepare(look).pluck().all()).toEqual(['ab1']);
    const indexes = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND name LIKE '%code%'");
    expect(indexes.pluck().all()).toEqual(['charge_short_code']);
  });
});
