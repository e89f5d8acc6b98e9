import { describe, expect, it } from 'vitest';
import { createEventLog } from '../../../../main/core/ledger/event-log.ts';
import { schemaVersion } from '../../../../main/core/ledger/migrate.ts';
import { BY_MACHINE } from '../../../../shared/domain/ledger-event/by.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';
import { created } from '../../domain/charge/samples.ts';
import { before } from './up-to.ts';

describe('migration 170', () => {
  it('leaves the chain of an older version as it is, with the texts that are in its rows', () => {
    const { db, goOn } = before(170);
    const { type, ...body } = { ...created, reference: 'Maria' };
    const row = { at: epochMs(1), businessDay: '2026-03-02', ...BY_MACHINE, subject: 'x', type, body };
    createEventLog(db).append(row);
    const rows = (): unknown[] => db.prepare('SELECT * FROM ledger_event').all();
    const stored = rows();
    goOn();
    expect(schemaVersion(db)).toBe(170);
    expect(rows()).toEqual(stored);
    const log = createEventLog(db);
    expect(log.firstBroken()).toBeNull();
    expect(log.of('x')[0]?.body).toMatchObject({ reference: 'Maria', description: null });
  });

  it('refuses a changed text and a text of no row', () => {
    const { db, goOn } = before(170);
    goOn();
    const put = db.prepare("INSERT INTO outside_text VALUES (?, 'reference', zeroblob(16), 'x')");
    db.pragma('foreign_keys = ON');
    expect(() => put.run(7)).toThrow(/FOREIGN KEY/);
    db.pragma('foreign_keys = OFF');
    put.run(7);
    expect(() => db.exec("UPDATE outside_text SET text = 'y'")).toThrow(/not changed/);
    db.exec('DELETE FROM outside_text');
  });
});
