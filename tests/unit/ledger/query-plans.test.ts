import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createChargeRepo } from '../../../main/core/ledger/projections/charge-repo.ts';
import { createClosingRepo } from '../../../main/core/ledger/projections/closing-repo.ts';
import { createDiaryLog } from '../../../main/core/ledger/diary-log.ts';
import { createEventLog } from '../../../main/core/ledger/event-log.ts';
import { migrate } from '../../../main/core/ledger/migrate.ts';
import { createPrintJobStore } from '../../../main/core/printing/queue/print-job-store.ts';

const db = new Database(':memory:');
migrate(db);

/** Every statement that a repository prepares. */
function prepared(create: (db: Database.Database) => unknown): string[] {
  const texts: string[] = [];
  const prepare = (sql: string): Database.Statement => {
    texts.push(sql);
    return db.prepare(sql);
  };
  const listening = Object.assign(Object.create(db) as Database.Database, { prepare });
  create(listening);
  return texts;
}

function plan(texts: readonly string[], containing: string): string {
  const found = texts.filter((text) => text.replaceAll(/\s+/g, ' ').includes(containing));
  const ending = found.filter((text) => text.trimEnd().endsWith(containing));
  if (ending.length === 1) return planOf(ending[0]!);
  if (found.length !== 1) throw new Error(`${found.length} statements contain ${containing}`);
  return planOf(found[0]!);
}

function planOf(text: string): string {
  return db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text.replaceAll(/[?]|@\w+/g, '1')}`)
    .all()
    .map(({ detail }) => detail)
    .join('\n');
}

const charges = prepared(createChargeRepo);
const events = prepared(createEventLog);
const printJobs = prepared(createPrintJobStore);

describe('how SQLite answers', () => {
  it.each([
    ['byId', 'FROM charge WHERE id = ?', 'SEARCH charge USING INDEX sqlite_autoindex_charge_1 (id=?)'],
    ['byRequestId', 'FROM charge WHERE request_id = ?', 'sqlite_autoindex_charge_2 (request_id=?)'],
    [
      'byOrderRef',
      'WHERE order_ref = ?',
      'SEARCH attempt USING INDEX sqlite_autoindex_attempt_1 (order_ref=?)',
    ],
    ['waiting', 'WHERE waits = 1', 'SEARCH charge USING INDEX charge_one_waits (waits=?)'],
    ['attempts', 'FROM attempt WHERE charge_id = ?', 'SEARCH attempt USING PRIMARY KEY (charge_id=?)'],
    ['ofDay', 'business_day = ? ORDER BY id DESC', 'SEARCH charge USING INDEX charge_day (business_day=?)'],
    [
      'dayTotals',
      'AS net FROM charge WHERE business_day = ?',
      'SEARCH charge USING COVERING INDEX charge_day (business_day=?)',
    ],
  ])('%s of charges: by an index', (_, containing, expected) => {
    const text = plan(charges, containing);
    expect(text).toContain(expected);
    expect(text).not.toMatch(/SCAN/);
  });

  it('unresolved: by the indexes of what is open, never by looking at every charge', () => {
    const text = plan(charges, 'WHERE settled = 0');
    expect(text).toContain('SEARCH charge USING INDEX sqlite_autoindex_charge_1 (id=?)');
    for (const part of text.split('\n').filter((line) => line.startsWith('SCAN')))
      expect(part).toMatch(
        /^SCAN (charge|attempt) USING (COVERING )?INDEX (charge_unsettled|attempt_unresolved)$/,
      );
    expect(text).toContain('charge_unsettled');
    expect(text).toContain('charge_status (status=?)');
    expect(text).toContain('attempt_unresolved');
  });

  it('open facts: by the index of just these orders', () => {
    const text = plan(charges, "status IN ('unclear', 'returning')");
    expect(text).toContain('SCAN attempt USING INDEX attempt_open_fact');
    expect(text).toContain('SEARCH charge USING INDEX sqlite_autoindex_charge_1 (id=?)');
    expect(text).not.toMatch(/SCAN charge/);
  });

  it('newest: the end of an index, without sorting', () => {
    const text = plan(charges, 'WHERE 1 = 1 ORDER BY id DESC LIMIT 1');
    expect(text).toBe('SCAN charge USING COVERING INDEX sqlite_autoindex_charge_1');
  });

  it.each([
    [
      'since',
      'WHERE seq > ? ORDER BY seq LIMIT ?',
      'SEARCH ledger_event USING INTEGER PRIMARY KEY (rowid>?)',
    ],
    [
      'of',
      'WHERE subject = ? ORDER BY seq',
      'SEARCH ledger_event USING INDEX ledger_event_subject (subject=?)',
    ],
    ['one', 'WHERE seq = ?', 'SEARCH ledger_event USING INTEGER PRIMARY KEY (rowid=?)'],
  ])('%s of events: by an index, without sorting', (_, containing, expected) => {
    const text = plan(events, containing);
    expect(text).toContain(expected);
    expect(text).not.toMatch(/SCAN|TEMP B-TREE/);
  });

  it('the diary: by its own index, kind by kind, newest first without sorting', () => {
    const text = plan(prepared(createDiaryLog), 'AND type = ? AND seq < ?');
    expect(text).toBe('SEARCH ledger_event USING INDEX ledger_event_diary (type=? AND rowid<?)');
  });

  it.each([
    ['byId', "WHERE id = ? AND document <> 'drawer'", /^SEARCH print_job USING INDEX \S+ \(id=\?\)$/],
    [
      'of',
      'WHERE charge_id = ? AND document = ? ORDER BY id',
      /^SEARCH print_job USING INDEX print_job_charge \(charge_id=\?\)/,
    ],
    [
      'ofClosing',
      "WHERE document = 'closing' AND",
      /^SEARCH print_job USING INDEX print_job_closing \(<expr>=\?\)/,
    ],
    ['bytesOf', 'SELECT bytes FROM print_job', /^SEARCH print_job USING INDEX \S+ \(id=\?\)$/],
    ['open', "AND document <> 'drawer' ORDER BY id", /^SCAN print_job USING INDEX print_job_open$/],
    ['queued', "AND state = 'queued' ORDER BY", /^SCAN print_job USING INDEX print_job_open/],
    ['sending', "SET state = 'sending'", /^SEARCH print_job USING INDEX \S+ \(id=\?\)$/],
    ['again', "SET state = 'queued'", /^SEARCH print_job USING INDEX \S+ \(id=\?\)$/],
    ['end', 'SET state = ?', /^SEARCH print_job USING INDEX \S+ \(id=\?\)$/],
    [
      'withdrawQr',
      "document = 'qr-slip'",
      /^SEARCH print_job USING INDEX print_job_charge \(charge_id=\?\)$/,
    ],
    ['wakeUp', "AND state = 'sending'", /^SCAN print_job USING INDEX print_job_open$/],
  ])('%s of print jobs: never by looking at jobs that are done', (_, containing, expected) => {
    expect(plan(printJobs, containing)).toMatch(expected);
  });

  it.each([
    [
      'one closing',
      'FROM closing WHERE shift_id = ?',
      /^SEARCH closing USING INDEX sqlite_autoindex_closing_1/,
    ],
    ['a page of closings', 'WHERE event_seq < ?', /^SEARCH closing USING INDEX sqlite_autoindex_closing_2/],
    ['its states', 'FROM closing_status', /^SEARCH closing_status USING PRIMARY KEY/],
    ['its wallets', 'FROM closing_wallet', /^SEARCH closing_wallet USING PRIMARY KEY/],
  ])('%s: by an index, without sorting', (_, containing, expected) => {
    const text = plan(prepared(createClosingRepo), containing);
    expect(text).toMatch(expected);
    expect(text).not.toMatch(/SCAN|TEMP B-TREE/);
  });
});
