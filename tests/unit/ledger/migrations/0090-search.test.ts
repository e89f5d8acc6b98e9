import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../../main/core/ledger/migrate.ts';
import { before } from './up-to.ts';

describe('migration 90', () => {
  it('keeps attempts as they were, with neither instant, and takes both from then on', () => {
    const { db, goOn } = before(90);
    const attempt = (no: number, more = ''): string =>
      `INSERT INTO attempt VALUES ('a', ${no}, 'ref-${no}', 'lost', 1, NULL, 'order', NULL, 0${more})`;
    db.exec(`INSERT INTO charge (id, request_id, till, operator, shift_id, business_day, amount_centavos, wallet, status,
        version, created_at_ms, time_limit_ms, extended, refunded_centavos, late, waits, settled)
      VALUES ('a', 'r', 'caixa-1', 'ana', 's1', '2026-03-02', 1000, 'pix', 'creating', 3, 1, 300000, 0, 0, 0, 1, 0);
      ${attempt(1)}; ${attempt(2)};`);
    const rows = () => db.prepare('SELECT * FROM attempt ORDER BY no').all() as object[];
    const old = rows();
    goOn();
    expect(schemaVersion(db)).toBe(90);
    expect(rows()).toEqual(old.map((row) => ({ ...row, gateway_at_ms: null, sought_at_ms: null })));
    db.exec(attempt(3, ', 7, 9'));
    expect(rows()[2]).toMatchObject({ gateway_at_ms: 7, sought_at_ms: 9 });
  });
});
