import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../../main/core/ledger/migrate.ts';
import { before } from './up-to.ts';

const COLUMNS = `id, request_id, till, operator, shift_id, business_day, amount_centavos, wallet, status, version, created_at_ms,
  time_limit_ms, extended, refunded_centavos, late, waits, settled`;

describe('migration 140', () => {
  it('lets one charge wait in the ledger, whatever name its till has', () => {
    const { db, goOn } = before(140);
    const insert = db.prepare(`INSERT INTO charge (${COLUMNS})
      VALUES (?, ?, ?, 'ana', 's1', '2026-03-02', 1000, 'pix', 'pending', 1, 1, 300000, 0, 0, 0, ?, 0)`);
    const put = (id: string, till: string, waits: 0 | 1): unknown =>
      insert.run(id, `request-${id}`, till, waits);
    put('a', 'caixa-1', 0);
    put('b', 'caixa-1', 1);
    goOn();
    expect(schemaVersion(db)).toBe(140);
    put('c', 'caixa-2', 0);
    expect(() => put('d', 'caixa-2', 1)).toThrow(/UNIQUE/);
    db.exec("UPDATE charge SET waits = 0 WHERE id = 'b'");
    put('d', 'caixa-2', 1);
    expect(db.prepare('SELECT id FROM charge WHERE waits = 1').pluck().all()).toEqual(['d']);
  });
});
