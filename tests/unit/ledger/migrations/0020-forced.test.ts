import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../../main/core/ledger/migrate.ts';
import { before } from './up-to.ts';

describe('migration 20', () => {
  it('leaves the charges of before as they were, settled without proof by nobody', () => {
    const { db, goOn } = before(20);
    db.exec(`INSERT INTO charge (id, request_id, till, operator, shift_id, business_day, amount_centavos, wallet, status,
        version, created_at_ms, time_limit_ms, extended, refunded_centavos, late, waits, settled)
      VALUES ('c1', 'request-1', 'caixa-1', 'ana', 's1', '2026-03-02', 1000, 'pix', 'cancelling', 3, 1, 300000, 0, 0, 0, 0, 0)`);
    const columns = 'id, status, version, amount_centavos';
    const rows = () => db.prepare(`SELECT ${columns} FROM charge`).all();
    const old = rows();
    goOn();
    expect(schemaVersion(db)).toBe(20);
    expect(rows()).toEqual(old);
    expect(
      db.prepare('SELECT forced_outcome, forced_reason, forced_by, forced_at_ms FROM charge').get(),
    ).toEqual({ forced_outcome: null, forced_reason: null, forced_by: null, forced_at_ms: null });
    expect(() => db.exec("UPDATE charge SET forced_outcome = 'maybe'")).toThrow(/CHECK/);
  });
});
