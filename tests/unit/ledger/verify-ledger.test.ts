import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { findDamageIn } from '../../../main/core/ledger/backup/backups.ts';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { verifyLedger } from '../../../main/core/ledger/verify/verify-ledger.ts';
import { finalized, opened, seen } from '../domain/charge/samples.ts';
import { flipAmountIn, overwritePageOf } from './damage.ts';
import { createdAs, happen, idOf, ledgerOn, openFolder } from './setup-ledger.ts';
import { hire, shop, tamper, verify } from './verified-shop.ts';

const FIRST = idOf(1);

describe('a whole ledger', () => {
  it('is told with what it holds', () => {
    const path = shop();
    const db = new Database(path, { readonly: true });
    const hashes = db
      .prepare<[], string>('SELECT lower(hex(hash)) FROM ledger_event WHERE seq > 29 ORDER BY seq')
      .pluck()
      .all();
    db.close();
    expect(verify(path)).toEqual({
      events: 31,
      charges: 6,
      closings: 2,
      headHash: hashes[1],
      lastClosing: { seq: 30, hash: hashes[0] },
      texts: { kept: 0, erased: 0, lost: 0 },
      fault: null,
    });
  });

  it('is told so while a till goes on selling', () => {
    const path = shop();
    const till = openFolder(path.replace('/ledger.db', ''));
    const ledger = ledgerOn(till.db);
    const reader = openReadOnly(path);
    happen(ledger, 7, createdAs(7), opened());
    expect(verifyLedger(reader)).toMatchObject({ events: 33, charges: 7, fault: null });
    happen(ledger, 7, seen('approved'), finalized);
    expect(verifyLedger(reader)).toMatchObject({ events: 35, fault: null });
    reader.close();
  });

  it('is told so after a person was lost to damage and added again', () => {
    const path = shop();
    const { db } = openFolder(path.replace('/ledger.db', ''));
    db.exec('DELETE FROM operator');
    hire(ledgerOn(db), 'b2');
    expect(verify(path).fault).toBeNull();
  });
});

describe('the first bad row is named', () => {
  const harms: readonly (readonly [string, string, object])[] = [
    [
      'the body of a row was edited',
      `UPDATE ledger_event SET body = replace(body, '1000', '9000') WHERE seq = 4`,
      { code: 'hash', seq: 4, subject: FIRST },
    ],
    [
      'the time of a row was edited',
      'UPDATE ledger_event SET at_ms = at_ms - 1 WHERE seq = 9',
      { code: 'hash', seq: 9 },
    ],
    ['a row was deleted', 'DELETE FROM ledger_event WHERE seq = 7', { code: 'row-missing', seq: 7 }],
    ['the first row was deleted', 'DELETE FROM ledger_event WHERE seq = 1', { code: 'row-missing', seq: 1 }],
    [
      'a row was deleted and the later ones moved up',
      `DELETE FROM ledger_event WHERE seq = 7;
       UPDATE ledger_event SET seq = -(seq - 1) WHERE seq > 7; UPDATE ledger_event SET seq = -seq WHERE seq < 0`,
      { code: 'hash', seq: 7 },
    ],
    [
      'two rows were swapped',
      `UPDATE ledger_event SET seq = -4 WHERE seq = 4; UPDATE ledger_event SET seq = 4 WHERE seq = 5;
       UPDATE ledger_event SET seq = 5 WHERE seq = -4`,
      { code: 'hash', seq: 4 },
    ],
    [
      'the end was cut off',
      'DELETE FROM ledger_event WHERE seq > 27',
      { code: 'charge', subject: idOf(6), seq: 27 },
    ],
    [
      'a charge was edited',
      `UPDATE charge SET paid_centavos = 1 WHERE id = '${idOf(2)}'`,
      { code: 'charge', subject: idOf(2), detail: 'paid_centavos: 1 ≠ 1000' },
    ],
    [
      "an attempt's search was made up",
      `UPDATE attempt SET sought_at_ms = 5 WHERE charge_id = '${FIRST}'`,
      { code: 'attempt', subject: FIRST },
    ],
    [
      'an attempt was edited',
      `UPDATE attempt SET refunded_centavos = 5 WHERE charge_id = '${FIRST}'`,
      { code: 'attempt', subject: FIRST },
    ],
    [
      'a charge was deleted',
      `DELETE FROM attempt WHERE charge_id = '${idOf(3)}'; DELETE FROM charge WHERE id = '${idOf(3)}'`,
      { code: 'charge-missing', seq: 12, subject: idOf(3) },
    ],
    [
      'a charge was added',
      `INSERT INTO charge (id, request_id, till, operator, shift_id, business_day, amount_centavos, wallet, status, version,
         created_at_ms, time_limit_ms, extended, refunded_centavos, late, waits, settled)
       VALUES ('${idOf(9)}', 'request-9', 't', 'ana', 's', '2026-03-02', 5, 'pix', 'approved', 1, 1, 1, 0, 0, 0, 0, 1)`,
      { code: 'charge-unknown', subject: idOf(9) },
    ],
    ['a shift was edited', "UPDATE shift SET operator_id = 'bia'", { code: 'shift' }],
    [
      'a closing was edited',
      'UPDATE closing SET received_centavos = 1 WHERE event_seq = 16',
      { code: 'closing', seq: 16 },
    ],
    ['a line of a closing was deleted', 'DELETE FROM closing_wallet', { code: 'closing', seq: 16 }],
    [
      'a closing was deleted',
      `DELETE FROM closing_wallet; DELETE FROM closing_status; DELETE FROM closing WHERE event_seq = 30`,
      { code: 'closing', seq: 16 },
    ],
    [
      'a setting was edited',
      `UPDATE setting SET value = '"Outra"' WHERE key = 'shopName'`,
      { code: 'setting', seq: 2 },
    ],
    [
      'the identity was edited',
      `UPDATE setting SET value = '"training"' WHERE key = 'mode'`,
      { code: 'setting', seq: 1, subject: 'mode' },
    ],
    ['a setting was deleted', "DELETE FROM setting WHERE key = 'shopName'", { code: 'setting', seq: 2 }],
    [
      'a setting was added',
      "INSERT INTO setting VALUES ('maxAmount', '1')",
      { code: 'setting', seq: null, subject: 'maxAmount' },
    ],
    [
      'the sums were edited',
      'UPDATE report_cell SET paid_centavos = paid_centavos + 100000',
      {
        code: 'cell',
        subject: 'day 2026-03-02',
        detail: expect.stringMatching(
          /^panel "aprovado", wallet "pix", .* band 2; paid_centavos: 101000 ≠ 1000$/,
        ) as string,
      },
    ],
    [
      'one sum was edited',
      "UPDATE report_cell SET charges = 7 WHERE grain = 'year'",
      { code: 'cell', subject: 'year 2026' },
    ],
    ['the sums were deleted', 'DELETE FROM report_cell', { code: 'cell', subject: 'day 2026-03-02' }],
    [
      'a sum was added',
      `INSERT INTO report_cell SELECT grain, '2026-03-03', 'estorno', wallet, operator, store, till, late, unproven, band,
         charges, amount_centavos, paid_charges, paid_centavos, refunded_centavos FROM report_cell WHERE grain = 'day'`,
      { code: 'cell', subject: 'day 2026-03-03' },
    ],
    [
      'an operator was made a manager',
      "UPDATE operator SET role = 'manager'",
      { code: 'operator', seq: 31, subject: 'Bia' },
    ],
    [
      'a manager was added',
      "INSERT INTO operator (id, name, role, pin_hash, created_at_ms) VALUES ('x', 'Eu', 'manager', 'x', 1)",
      { code: 'operator', seq: null, subject: 'Eu' },
    ],
    ['a person was deleted', 'DELETE FROM operator', { code: 'operator', seq: 31, subject: 'Bia' }],
    [
      'an attempt of no charge was added',
      `INSERT INTO attempt SELECT '${idOf(9)}', no, 'ref', status, started_at_ms, order_id, family, paid_centavos,
         refunded_centavos, gateway_at_ms, sought_at_ms FROM attempt WHERE charge_id = '${FIRST}'`,
      { code: 'attempt', subject: idOf(9) },
    ],
    [
      'a line was added to a closing',
      "INSERT INTO closing_wallet SELECT shift_id, 'ame', 1, 100, 0, 0 FROM closing",
      { code: 'closing', seq: 16 },
    ],
    [
      'a line by wallet of no closing was added',
      "INSERT INTO closing_wallet VALUES ('s9', 'pix', 1, 100, 0, 0)",
      { code: 'closing', subject: 's9', detail: 'closing_wallet' },
    ],
    [
      'a line by state of no closing was added',
      "INSERT INTO closing_status VALUES ('s9', 'approved', 1, 100)",
      { code: 'closing', subject: 's9', detail: 'closing_status' },
    ],
    [
      'a closing was added',
      `CREATE TEMP TABLE other AS SELECT * FROM closing WHERE event_seq = 16;
       UPDATE other SET shift_id = 's9', event_seq = 5; INSERT INTO closing SELECT * FROM other`,
      { code: 'closing', subject: 's9', detail: 'closing' },
    ],
  ];
  it.each(harms)('%s', (_, sql, fault) => {
    const path = shop();
    tamper(path, sql);
    expect(verify(path).fault).toMatchObject(fault);
  });

  it.each([
    ['a guard is gone', 'DROP TRIGGER ledger_event_no_update', 'guard', 'ledger_event_no_update', 'gone'],
    [
      'a guard guards nothing',
      `DROP TRIGGER ledger_event_no_update; CREATE TRIGGER ledger_event_no_update BEFORE UPDATE ON ledger_event
         WHEN 0 BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END`,
      'guard',
      'ledger_event_no_update',
      'different',
    ],
    ['the sums are not kept', 'DROP TRIGGER report_count_in', 'guard', 'report_count_in', 'gone'],
    [
      'a trigger was added',
      'CREATE TRIGGER mine AFTER INSERT ON charge BEGIN DELETE FROM notice; END',
      'guard',
      'mine',
      'unknown',
    ],
    [
      'an index is another',
      'DROP INDEX charge_amount; CREATE INDEX charge_amount ON charge (amount_centavos)',
      'guard',
      'charge_amount',
      'different',
    ],
    ['a table is another', 'ALTER TABLE operator ADD COLUMN x ANY', 'table', 'operator', 'different'],
    ['a table is gone', 'DROP TABLE report_cell', 'table', 'report_cell', 'gone'],
  ])('%s', (_, sql, code, subject, detail) => {
    const path = shop();
    const db = new Database(path);
    db.exec(sql);
    db.close();
    expect(verify(path).fault).toEqual({ code, seq: null, subject, detail });
  });

  it.each(['charge_day', 'charge_amount'])('one bit of the index %s is another', (index) => {
    const path = shop();
    flipAmountIn(path, index);
    const db = new Database(path, { readonly: true });
    const sums = `SELECT sum(amount_centavos) + sum(paid_centavos) FROM charge INDEXED BY ${index}
      WHERE business_day >= '' AND amount_centavos >= 0`;
    // What the screens would show.
    expect(db.prepare(sums).pluck().get()).toBe(12_001);
    db.close();
    expect(verify(path).fault).toMatchObject({ code: 'page' });
    expect(findDamageIn(path)).toContain(index);
  });

  it('a page was overwritten', () => {
    const path = shop();
    overwritePageOf(path, 12);
    expect(verify(path).fault?.code).toBe('page');
  });
});
