import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../../main/core/ledger/migrate.ts';
import { before } from './up-to.ts';

describe('migration 120', () => {
  it('finds the orders with an open fact about money, and no others', () => {
    const { db, goOn } = before(120);
    db.exec(`INSERT INTO charge (id, request_id, till, operator, shift_id, business_day, amount_centavos, wallet, status,
        version, created_at_ms, time_limit_ms, extended, refunded_centavos, late, waits, settled)
      VALUES ('a', 'r', 'caixa-1', 'ana', 's1', '2026-03-02', 1000, 'pix', 'approved', 3, 1, 300000, 0, 0, 0, 0, 1);`);
    const put =
      db.prepare(`INSERT INTO attempt (charge_id, no, order_ref, status, started_at_ms, family, paid_centavos,
      refunded_centavos) VALUES ('a', ?, ?, ?, 1, 'order', ?, 0)`);
    const states = ['unclear', 'returning', 'paid', 'paid', 'closed', 'lost'];
    states.forEach((status, index) => put.run(index, `ref-${index}`, status, index === 3 ? 1000 : null));
    goOn();
    expect(schemaVersion(db)).toBe(120);
    const open = db.prepare(`SELECT no FROM attempt INDEXED BY attempt_open_fact
      WHERE status IN ('unclear', 'returning') OR (status = 'paid' AND paid_centavos IS NULL)`);
    expect(open.pluck().all()).toEqual([0, 1, 2]);
  });
});
