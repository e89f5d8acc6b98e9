import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createSettingsStore } from '../../../main/core/directory/settings.ts';
import { createShifts } from '../../../main/core/directory/shifts.ts';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { verifyLedger, type Verdict } from '../../../main/core/ledger/verify/verify-ledger.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';
import { finalized, opened, seen } from '../domain/charge/samples.ts';
import { overwritePageOf } from './damage.ts';
import { createdAs, happen, idOf, ledgerOn, openFolder, sell, temporaryFolder } from './setup-ledger.ts';

/** A closed ledger: two shifts of three sales each, closed, and a setting; 28 rows. */
function shop(): string {
  const { db, path } = openFolder(temporaryFolder());
  const clock = createVirtualClock();
  const ledger = ledgerOn(db, clock);
  let count = 0;
  const random = {
    fraction: () => 0.5,
    bytes: (length: number) => Uint8Array.from({ length }, () => count++ & 255),
  };
  const shifts = createShifts(ledger, clock, random);
  createSettingsStore(ledger).set({ shopName: 'Padaria' }, 'ana');
  for (const first of [1, 4]) {
    shifts.begin('ana');
    sell(ledger, 3, first);
    shifts.end('ana');
  }
  db.close();
  return path;
}

function verify(path: string): Verdict {
  const db = openReadOnly(path);
  try {
    return verifyLedger(db);
  } finally {
    db.close();
  }
}

/** Does to the file what somebody with a database tool would: the guards put out of the way, and put back. */
function tamper(path: string, sql: string): void {
  const db = new Database(path);
  const guards = db
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  for (const guard of guards) db.exec(guard.sql);
  db.close();
}

const FIRST = idOf(1);

describe('a whole ledger', () => {
  it('is told with what it holds', () => {
    const path = shop();
    const db = new Database(path, { readonly: true });
    const hash = db
      .prepare<[], string>('SELECT lower(hex(hash)) FROM ledger_event WHERE seq = 29')
      .pluck()
      .get();
    db.close();
    expect(verify(path)).toEqual({ events: 29, charges: 6, closings: 2, headHash: hash, fault: null });
  });

  it('is told so while a till goes on selling', () => {
    const path = shop();
    const till = openFolder(path.replace('/ledger.db', ''));
    const ledger = ledgerOn(till.db);
    const reader = openReadOnly(path);
    happen(ledger, 7, createdAs(7), opened());
    expect(verifyLedger(reader)).toMatchObject({ events: 31, charges: 7, fault: null });
    happen(ledger, 7, seen('approved'), finalized);
    expect(verifyLedger(reader)).toMatchObject({ events: 33, fault: null });
    reader.close();
  });
});

describe('the first bad row is named', () => {
  const harms: readonly (readonly [string, string, object])[] = [
    [
      'the body of a row was edited',
      `UPDATE ledger_event SET body = replace(body, '1000', '9000') WHERE seq = 3`,
      { code: 'hash', seq: 3, subject: FIRST },
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
      'DELETE FROM ledger_event WHERE seq > 26',
      { code: 'charge', subject: idOf(6), seq: 26 },
    ],
    [
      'a charge was edited',
      `UPDATE charge SET paid_centavos = 1 WHERE id = '${idOf(2)}'`,
      { code: 'charge', subject: idOf(2), detail: 'paid_centavos: 1 ≠ 1000' },
    ],
    [
      'an attempt was edited',
      `UPDATE attempt SET refunded_centavos = 5 WHERE charge_id = '${FIRST}'`,
      { code: 'attempt', subject: FIRST },
    ],
    [
      'a charge was deleted',
      `DELETE FROM attempt WHERE charge_id = '${idOf(3)}'; DELETE FROM charge WHERE id = '${idOf(3)}'`,
      { code: 'charge-missing', seq: 11, subject: idOf(3) },
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
      'UPDATE closing SET received_centavos = 1 WHERE event_seq = 15',
      { code: 'closing', seq: 15 },
    ],
    ['a line of a closing was deleted', 'DELETE FROM closing_wallet', { code: 'closing', seq: 15 }],
    [
      'a closing was deleted',
      `DELETE FROM closing_wallet; DELETE FROM closing_status; DELETE FROM closing WHERE event_seq = 29`,
      { code: 'closing', seq: 15 },
    ],
    [
      'a setting was edited',
      `UPDATE setting SET value = '"Outra"' WHERE key = 'shopName'`,
      { code: 'setting', seq: 1 },
    ],
  ];
  it.each(harms)('%s', (_, sql, fault) => {
    const path = shop();
    tamper(path, sql);
    expect(verify(path).fault).toMatchObject(fault);
  });

  it('a guard is gone', () => {
    const path = shop();
    const db = new Database(path);
    db.exec('DROP TRIGGER ledger_event_no_update');
    db.close();
    expect(verify(path).fault).toMatchObject({ code: 'guard', subject: 'ledger_event_no_update' });
  });

  it('a page was overwritten', () => {
    const path = shop();
    overwritePageOf(path, 12);
    expect(verify(path).fault?.code).toBe('page');
  });
});
