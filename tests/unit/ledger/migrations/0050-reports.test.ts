import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../../main/core/ledger/migrate.ts';
import { before } from './up-to.ts';

describe('migration 50', () => {
  it('counts the charges of before, and leaves them as they were', () => {
    const { db, goOn } = before(50);
    const put =
      db.prepare(`INSERT INTO charge (id, request_id, reference, till, operator, shift_id, business_day,
        amount_centavos, wallet, status, version, created_at_ms, time_limit_ms, extended, paid_centavos,
        refunded_centavos, late, waits, settled, end_to_end_id)
      VALUES (@id, 'request ' || @id, 'pdv ' || @id, 'caixa-1', 'ana', 's1', @day, 1000, 'pix', @status, 3, 1, 300000, 0,
        @paid, 0, 0, 0, 1, 'E00' || @id)`);
    put.run({ id: 'ab1', day: '2026-03-01', status: 'approved', paid: 1000 });
    put.run({ id: 'ab2', day: '2026-03-02', status: 'approved', paid: 1000 });
    put.run({ id: 'ab3', day: '2026-03-02', status: 'approved', paid: 900 });
    put.run({ id: 'ab4', day: '2026-03-02', status: 'cancelling', paid: null });
    const rows = () => db.prepare('SELECT id, status, version, amount_centavos FROM charge').all();
    const old = rows();
    goOn();
    expect(schemaVersion(db)).toBe(50);
    expect(rows()).toEqual(old);
    const figures = 'period, panel, charges, amount_centavos, paid_charges, paid_centavos';
    expect(db.prepare(`SELECT ${figures} FROM report_cell ORDER BY period`).raw().all()).toEqual([
      ['2026', 'aprovado', 3, 3000, 3, 2900],
      ['2026-03', 'aprovado', 3, 3000, 3, 2900],
      ['2026-03-01', 'aprovado', 1, 1000, 1, 1000],
      ['2026-03-02', 'aprovado', 2, 2000, 2, 1900],
    ]);
    expect(
      db
        .prepare(
          "SELECT panel, unproven, band, reference_key, reference_tail, payment_tail FROM charge WHERE id = 'ab4'",
        )
        .raw()
        .get(),
    ).toEqual(['pendente', 0, 2, 'PDV AB4', '4BA VDP', '4BA00E']);
  });
});
