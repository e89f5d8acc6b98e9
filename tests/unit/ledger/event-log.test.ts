import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createEventLog, type EventLog } from '../../../main/core/ledger/event-log.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { ledgerOn, memoryLedger, openFolder, sell, temporaryFolder } from './setup-ledger.ts';

const note = (log: EventLog, body: Record<string, unknown>) =>
  log.append({
    at: epochMs(1),
    businessDay: '2026-03-02',
    actor: 'ana',
    via: null,
    subject: null,
    type: 'noted',
    body,
  });

/** A closed ledger of some sales, and a connection to it that nothing holds back. */
function tampered(change: (db: Database.Database) => void): number | null {
  const folder = temporaryFolder();
  const { db, path } = openFolder(folder);
  sell(ledgerOn(db), 5);
  db.close();
  const raw = new Database(path);
  raw.exec('DROP TRIGGER ledger_event_no_update; DROP TRIGGER ledger_event_no_delete;');
  change(raw);
  const broken = createEventLog(raw).firstBroken();
  raw.close();
  return broken;
}

describe('the log of events', () => {
  it('takes no change and no removal', () => {
    const { db, log } = memoryLedger();
    note(log, { a: 1 });
    expect(() => db.exec("UPDATE ledger_event SET actor = 'bia'")).toThrow(/append-only/);
    expect(() => db.exec('DELETE FROM ledger_event')).toThrow(/append-only/);
    expect(log.since(0, 10)).toMatchObject([{ seq: 1, actor: 'ana', body: { a: 1 } }]);
  });

  it('hashes the facts, not the order in which they were named', () => {
    const one = memoryLedger();
    const other = memoryLedger();
    note(one.log, { a: 1, b: 'x' });
    note(other.log, { b: 'x', a: 1 });
    expect(one.log.head()).toEqual(other.log.head());
    note(one.log, { a: 2 });
    expect(one.log.head().hash).not.toEqual(other.log.head().hash);
  });

  it('stores how the request came in the body of the row, and reads it beside the body', () => {
    const { log } = memoryLedger();
    const at = epochMs(1);
    const via = { channel: 'api', client: 'ERP-X 2.1' } as const;
    const event = { at, businessDay: '2026-03-02', actor: 'ana', subject: null, type: 'noted' };
    log.append({ ...event, via, body: { z: 1, a: 2 } });
    log.append({ ...event, via: null, body: { z: 1, a: 2 } });
    expect([...log.raw(0)].map(({ body }) => body)).toEqual([
      '{"a":2,"via":{"channel":"api","client":"ERP-X 2.1"},"z":1}',
      '{"a":2,"z":1}',
    ]);
    expect(log.since(0, 10)).toEqual([
      { ...event, seq: 1, via, body: { a: 2, z: 1 } },
      { ...event, seq: 2, via: null, body: { a: 2, z: 1 } },
    ]);
  });

  it('follows from row to row when nobody touched it', () => {
    expect(tampered(() => undefined)).toBeNull();
  });

  it.each([
    ['seq', 'UPDATE ledger_event SET seq = 99 WHERE seq = 7'],
    ['at_ms', 'UPDATE ledger_event SET at_ms = at_ms + 1 WHERE seq = 7'],
    ['business_day', "UPDATE ledger_event SET business_day = '2026-03-03' WHERE seq = 7"],
    ['actor', "UPDATE ledger_event SET actor = 'bia' WHERE seq = 7"],
    ['subject', 'UPDATE ledger_event SET subject = NULL WHERE seq = 7'],
    ['type', "UPDATE ledger_event SET type = 'refused' WHERE seq = 7"],
    ['body', "UPDATE ledger_event SET body = replace(body, '1000', '9000') WHERE seq = 7"],
    ['hash', 'UPDATE ledger_event SET hash = zeroblob(32) WHERE seq = 7'],
  ])('shows that %s was changed', (column, sql) => {
    const broken = tampered((db) => expect(db.prepare(sql).run().changes).toBe(1));
    expect(broken).toBe(column === 'seq' ? 8 : 7);
  });

  it('shows a row that was removed: the first, one in the middle', () => {
    expect(tampered((db) => void db.exec('DELETE FROM ledger_event WHERE seq = 1'))).toBe(2);
    expect(tampered((db) => void db.exec('DELETE FROM ledger_event WHERE seq = 7'))).toBe(8);
  });

  it('shows rows that changed places', () => {
    const swap =
      'UPDATE ledger_event SET seq = 1000 WHERE seq = 6; UPDATE ledger_event SET seq = 6 WHERE seq = 7;';
    expect(tampered((db) => void db.exec(`${swap} UPDATE ledger_event SET seq = 7 WHERE seq = 1000;`))).toBe(
      6,
    );
  });

  it('shows a row that was put in between', () => {
    const sql = `DROP TRIGGER ledger_event_no_replace; UPDATE ledger_event SET seq = seq + 100 WHERE seq > 7;
      INSERT INTO ledger_event SELECT 8, at_ms, business_day, actor, subject, type, body, hash FROM ledger_event WHERE seq = 7;`;
    expect(tampered((db) => void db.exec(sql))).toBe(8);
  });

  it('shows a byte that was changed in the file itself', () => {
    const { db, path } = openFolder(temporaryFolder());
    sell(ledgerOn(db), 5);
    db.close();
    const bytes = readFileSync(path);
    // Pages keep what was moved elsewhere: of the copies in the file, one is the row.
    let found = bytes.indexOf('"order-1"');
    expect(found).toBeGreaterThan(0);
    for (; found > 0; found = bytes.indexOf('"order-1"', found + 1)) bytes[found + 1] = 'x'.charCodeAt(0);
    writeFileSync(path, bytes);
    const raw = new Database(path);
    expect(createEventLog(raw).firstBroken()).not.toBeNull();
    raw.close();
  });

  it('can be followed from any row on', () => {
    const { log } = memoryLedger();
    for (let count = 0; count < 5; count++) note(log, { count });
    expect(log.firstBroken(3)).toBeNull();
    expect(log.firstBroken(6)).toBe(6);
    expect(log.firstBroken(0)).toBeNull();
  });

  it('adopts from a copy only what follows', () => {
    const source = memoryLedger();
    for (let count = 0; count < 3; count++) note(source.log, { count });
    const [first, second, third] = [...source.log.raw(0)];
    const copy = memoryLedger();
    expect(copy.log.adopt(second!)).toBe(false);
    expect(copy.log.adopt({ ...first!, body: '{"count":9}' })).toBe(false);
    expect([first!, second!, third!].map((row) => copy.log.adopt(row))).toEqual([true, true, true]);
    expect(copy.log.head()).toEqual(source.log.head());
  });
});
