import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../../main/core/ledger/migrate.ts';
import { before } from './up-to.ts';

describe('migration 60', () => {
  it('keeps charges and sums as they were, without a store, and tells stores apart from then on', () => {
    const { db, goOn } = before(60);
    const put = (
      id: string,
      status: string,
      paid: number | null,
      more: Record<string, string> = {},
    ): void => {
      const extra = Object.keys(more);
      db.prepare(
        `INSERT INTO charge (id, request_id, till, operator, shift_id, business_day, amount_centavos, wallet, status,
          version, created_at_ms, time_limit_ms, extended, paid_centavos, refunded_centavos, late, waits, settled
          ${extra.map((name) => `, ${name}`).join('')})
        VALUES (@id, 'request ' || @id, 'caixa-1', 'ana', 's1', '2026-03-02', 1000, 'pix', @status, 3, 1, 300000, 0,
          @paid, 0, 0, 0, 1 ${extra.map((name) => `, @${name}`).join('')})`,
      ).run({ id, status, paid, ...more });
    };
    put('ab1', 'approved', 1000);
    put('ab2', 'approved', 900);
    put('ab3', 'cancelling', null);
    const figures = 'grain, period, panel, charges, amount_centavos, paid_charges, paid_centavos';
    const cells = (): unknown[] =>
      db.prepare(`SELECT ${figures} FROM report_cell ORDER BY grain`).raw().all();
    const [rows, sums] = [db.prepare('SELECT id, till, status FROM charge').all(), cells()];
    expect(sums).toHaveLength(3);
    goOn();
    expect(schemaVersion(db)).toBe(60);
    expect(db.prepare('SELECT id, till, status FROM charge').all()).toEqual(rows);
    expect(cells()).toEqual(sums);
    expect(db.prepare('SELECT DISTINCT store FROM charge').pluck().all()).toEqual(['']);

    put('ab4', 'approved', 1000, { store: 'Norte' });
    db.exec("UPDATE charge SET status = 'cancelled' WHERE id = 'ab3'");
    db.exec("UPDATE charge SET status = 'refunded', refunded_centavos = 900 WHERE id = 'ab2'");
    const byStore = db.prepare(
      "SELECT store, panel, charges FROM report_cell WHERE grain = 'year' ORDER BY store, panel",
    );
    expect(byStore.raw().all()).toEqual([
      ['', 'aprovado', 1],
      ['', 'cancelado', 1],
      ['', 'estorno', 1],
      ['Norte', 'aprovado', 1],
    ]);
  });
});
