import { migrate } from '../../../main/core/ledger/migrate.ts';
import { openDatabase } from '../../../main/core/ledger/open-database.ts';
import { epochMs, MINUTE } from '../../../shared/kernel/time.ts';
import { ulidFloor } from '../../../shared/kernel/ulid.ts';

const FIRST = Date.UTC(2025, 0, 2, 11);

/** One row of a thousand and one kinds: by the number of its charge. Paid for the most part, as a shop's are. */
const FILL = `
WITH RECURSIVE n (i, at) AS (SELECT 0, @first UNION ALL SELECT i + 1, at + @every FROM n WHERE i + 1 < @count)
INSERT INTO charge (id, request_id, reference, till, operator, shift_id, business_day, amount_centavos, wallet, status,
  version, created_at_ms, time_limit_ms, extended, br_code, approved_at_ms, finalized_at_ms, closed_at_ms,
  paid_centavos, refunded_centavos, end_to_end_id, late, waits, settled)
SELECT ulid(at, i), 'request-' || i, CASE WHEN i % 3 THEN 'PDV ' || (10000 + i) END, 'caixa-1', 'operator-' || (i % 5),
  'shift', strftime('%Y-%m-%d', (at - 10800000) / 1000, 'unixepoch'), 100 + i * 7919 % 30000, 'pix',
  CASE i % 20 WHEN 0 THEN 'cancelled' WHEN 1 THEN 'expired' WHEN 2 THEN 'refunded' ELSE 'approved' END,
  4, at, 300000, 0, printf('%0200d', i), at, at, CASE WHEN i % 20 < 2 THEN at END,
  CASE WHEN i % 20 >= 2 THEN 100 + i * 7919 % 30000 END, CASE i % 20 WHEN 2 THEN 100 + i * 7919 % 30000 ELSE 0 END,
  CASE WHEN i % 20 >= 2 THEN 'E00000000' || printf('%023d', i) END, i % 500 = 0, 0, 1 FROM n`;

const ATTEMPTS = `
INSERT INTO attempt (charge_id, no, order_ref, status, started_at_ms, order_id, family, paid_centavos, refunded_centavos)
SELECT id, 1, id || '-1', iif(paid_centavos IS NULL, 'closed', 'paid'), created_at_ms, 'f86c295d-ce8f-4b94-a201-' || substr(id, -12), 'order',
  paid_centavos, refunded_centavos FROM charge`;

/** Makes a ledger file of charges that nobody sold, a minute apart, by SQL alone: there is no event behind them. */
export function fillLedger(file: string, count: number): void {
  const db = openDatabase(file);
  const migrated = migrate(db);
  if (!migrated.ok) throw new Error(migrated.error);
  db.pragma('synchronous = OFF'); // nothing is measured here
  db.function('ulid', { deterministic: true }, (at, i) => {
    const tail = Number(i).toString(16).toUpperCase().padStart(16, '0');
    return ulidFloor(epochMs(Number(at))).slice(0, 10) + tail;
  });
  db.transaction(() => {
    db.prepare(FILL).run({ first: FIRST, every: MINUTE / 2, count });
    db.exec(ATTEMPTS);
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
