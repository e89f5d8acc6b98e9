import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createOperators } from '../../../main/core/directory/people/operators.ts';
import { backupNow, stampOf } from '../../../main/core/ledger/backup/backups.ts';
import { dayOfStrangeBackup } from '../../../main/core/ledger/backup/branches.ts';
import { managersOf } from '../../../main/core/ledger/backup/managers-of.ts';
import { lookAtBackups } from '../../../main/core/ledger/upkeep/look-at-backups.ts';
import { findDamage, findRecentDamage } from '../../../main/core/ledger/upkeep/integrity.ts';
import { createShifts } from '../../../main/core/shifts/shifts.ts';
import { verifyLedger } from '../../../main/core/ledger/verify/verify-ledger.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';
import { SECOND } from '../../../shared/kernel/time.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';
import { createDullRandom } from '../../support/random/dull-random.ts';
import { createVirtualClock, NOON_UTC } from '../../support/time/virtual-clock.ts';
import { overwrite } from './damage.ts';
import { idOf, ledgerOn, memoryLedger, openFolder, sell, temporaryFolder } from './setup-ledger.ts';

/** A closed ledger: Marta is its manager, three sales, a backup, and one more sale. */
async function shop() {
  const folder = temporaryFolder();
  const { db, path } = openFolder(folder);
  const ledger = ledgerOn(db);
  const people = createOperators(ledger, createVirtualClock(), createDullRandom());
  await people.add('Marta', 'manager', '9630', byWindow('first-run'));
  sell(ledger, 3);
  const backup = backupNow(db, folder, stampOf(NOON_UTC), 'own');
  sell(ledger, 1, 4);
  const events = ledger.log.head().seq;
  db.close();
  return { folder, path, backup, events };
}

/** Changes a file as another program may. */
function change(file: string, sql: string): void {
  const db = new Database(file);
  db.unsafeMode(true);
  db.exec(sql);
  db.close();
}

/** A backup with the highest number, whose rows have no end. */
function plantEndless(folder: string): string {
  const file = join(folder, 'backups', 'ledger-000000999999-2026-03-02T12-00-00-000Z.db');
  change(
    file,
    `CREATE VIEW ledger_event AS WITH RECURSIVE endless (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM endless)
       SELECT seq, 0 AS at_ms, '' AS business_day, '' AS actor, NULL AS subject, '' AS type, '' AS body, x'' AS hash
       FROM endless ORDER BY seq DESC;
     CREATE TRIGGER put INSTEAD OF INSERT ON ledger_event BEGIN SELECT 1; END;
     PRAGMA user_version = 140;`,
  );
  return file;
}

function names(folder: string): unknown[] {
  const db = new Database(join(folder, 'ledger.db'));
  onTestFinished(() => void db.close());
  return db.prepare('SELECT name, role FROM operator ORDER BY name').raw().all();
}

function fault(path: string): unknown {
  const db = new Database(path);
  const { fault: found } = verifyLedger(db);
  db.close();
  return found;
}

describe('a backup whose rows are a view without an end', () => {
  it('holds up no start and no restore', async () => {
    const { folder, path, events } = await shop();
    const planted = plantEndless(folder);
    openFolder(folder).db.close();
    expect(dayOfStrangeBackup(folder, path)).toBeNull();
    overwrite(path, 0, 4096);
    const { db, restored } = openFolder(folder);
    expect(restored?.backup).toMatch(/-own\.db$/);
    expect(existsSync(planted)).toBe(false);
    expect(existsSync(`${planted}.unusable`)).toBe(true);
    expect(ledgerOn(db).log.head().seq).toBeLessThanOrEqual(events);
    expect(ledgerOn(db).charges.byId(idOf(3))).toMatchObject({ status: 'approved' });
  });
});

describe('a backup that another program changed', () => {
  it.each([
    [
      'a trigger',
      'CREATE TRIGGER forget AFTER UPDATE ON operator BEGIN UPDATE operator SET failures = 0; END',
    ],
    ['a missing guard', 'DROP TRIGGER ledger_event_no_update'],
    ['a view', 'CREATE VIEW people AS SELECT * FROM operator'],
    ['an index', 'CREATE INDEX odd ON charge (amount_centavos)'],
    ['a table', 'CREATE TABLE odd (x)'],
  ])('is not restored as a whole if it has %s', async (_, sql) => {
    const { folder, path, backup } = await shop();
    change(backup, sql);
    overwrite(path, 0, 4096);
    const { restored } = openFolder(folder);
    expect(restored?.backup).toBeNull();
    expect(existsSync(`${backup}.unusable`)).toBe(true);
    expect(restored?.salvaged, 'its rows follow the chain').toBeGreaterThan(10);
    expect(fault(path)).toBeNull();
    expect(names(folder), 'an event tells of her').toEqual([['Marta', 'manager']]);
  });

  it('brings no person of whom no event tells, and no other role', async () => {
    const { folder, path, backup } = await shop();
    change(
      backup,
      `INSERT INTO operator (id, name, role, pin_hash, created_at_ms) VALUES ('e', 'Eve', 'manager', 'x', 1);
       UPDATE operator SET role = 'operator' WHERE name = 'Marta'`,
    );
    overwrite(path, 0, 4096);
    expect(openFolder(folder).restored?.backup).toBe(backup);
    expect(names(folder)).toEqual([['Marta', 'manager']]);
    expect(fault(path)).toBeNull();
  });
});

describe('the ledger itself, at each start', () => {
  it.each([
    ['a trigger of another program', 'CREATE TRIGGER odd AFTER INSERT ON outbox_job BEGIN SELECT 1; END'],
    ['a guard that is gone', 'DROP TRIGGER ledger_event_no_delete'],
    ['another index', 'DROP INDEX charge_one_waits; CREATE INDEX charge_one_waits ON charge (waits)'],
  ])('is set aside and restored with all its rows if it has %s', async (_, sql) => {
    const { folder, path, events } = await shop();
    change(path, sql);
    const { db, restored, notices } = openFolder(folder);
    expect(restored?.backup).toMatch(/-own\.db$/);
    expect(notices).toMatchObject([{ code: 'ledger-restored' }]);
    expect(ledgerOn(db).log.head().seq).toBe(events);
    expect(fault(path)).toBeNull();
  });

  it('asks for a PIN if its people are a view', async () => {
    const { folder, path } = await shop();
    change(path, 'ALTER TABLE operator RENAME TO o; CREATE VIEW operator AS SELECT * FROM o WHERE 0');
    expect(managersOf(folder)).toBe('unreadable');
  });
});

describe('the look at the backups', () => {
  async function look(folder: string, path: string) {
    const clock = createVirtualClock();
    const { logger, records } = keptLogger(clock);
    const days: string[] = [];
    const stop = lookAtBackups(path, folder, clock, logger, (day) => days.push(day));
    onTestFinished(stop);
    await clock.advance(SECOND);
    await expect.poll(() => records.length).toBe(1);
    return { days, records };
  }

  it('tells the day of one that is ahead of the ledger, from a thread', async () => {
    const { folder, path, backup } = await shop();
    expect((await look(folder, path)).days).toEqual([]);
    const older = join(temporaryFolder(), 'older.db');
    copyFileSync(backup, older);
    const late = openFolder(folder);
    backupNow(late.db, folder, stampOf(NOON_UTC + SECOND), 'late');
    late.db.close();
    for (const side of ['-wal', '-shm']) rmSync(path + side, { force: true });
    copyFileSync(older, path);
    expect((await look(folder, path)).days).toEqual(['2026-03-02']);
  });

  it('ends after a time', async () => {
    const { folder, path } = await shop();
    const clock = createVirtualClock();
    const { logger, records } = keptLogger(clock);
    const stop = lookAtBackups(path, folder, clock, logger, () => undefined);
    onTestFinished(stop);
    // In virtual time the limit is over before the thread has begun.
    await clock.advance(61 * SECOND);
    await expect.poll(() => records.map(({ event }) => event)).toEqual(['backups-not-looked-at']);
  });
});

describe('a write-ahead log of another time beside a newer file', () => {
  it('is found before the till opens, and nothing of the file is lost', async () => {
    const folder = temporaryFolder();
    const first = openFolder(folder);
    const { path } = first;
    const ledger = ledgerOn(first.db);
    sell(ledger, 4);
    // A copy by hand, with the log of that time.
    const kept = temporaryFolder();
    for (const side of ['-wal', '-shm']) copyFileSync(path + side, join(kept, `ledger.db${side}`));
    backupNow(first.db, folder, stampOf(NOON_UTC), 'early');
    first.db.pragma('wal_checkpoint(TRUNCATE)');
    sell(ledger, 40, 5);
    const events = ledger.log.head().seq;
    first.db.close();
    for (const side of ['-wal', '-shm']) copyFileSync(join(kept, `ledger.db${side}`), path + side);

    const { db, restored, notices } = openFolder(folder);
    expect(restored?.backup).toMatch(/-early\.db$/);
    expect(notices).toMatchObject([{ code: 'ledger-restored' }]);
    expect(readdirSync(folder).some((name) => /^ledger-damaged-.*\.db-wal$/.test(name))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('without-log'))).toEqual([]);
    expect(ledgerOn(db).log.head().seq, 'the rows of the file itself').toBe(events);
    expect(fault(path)).toBeNull();
  });

  it.each([
    [
      'a closing',
      'DELETE FROM ledger_event WHERE seq > 1; DELETE FROM charge; DELETE FROM attempt',
      /^closing/,
    ],
    ['a settled charge', 'DELETE FROM ledger_event WHERE seq > 9; DELETE FROM closing', /^charge/],
    ['no closing', 'DELETE FROM closing', /^closing/],
    ['no charge', 'DELETE FROM attempt; DELETE FROM charge', /^charge/],
  ])('is found by %s that the rows do not have, or that they have', (_, sql, words) => {
    const { db } = memoryLedger();
    const ledger = ledgerOn(db);
    const shifts = createShifts(ledger, createVirtualClock(), createDullRandom());
    shifts.begin(byWindow('ana'));
    sell(ledger, 3);
    shifts.end(byWindow('ana'));
    expect(findRecentDamage(db, 500)).toBeNull();
    expect(findDamage(db)).toBeNull();
    db.pragma('foreign_keys = OFF');
    db.exec('DROP TRIGGER ledger_event_no_delete; DROP TRIGGER IF EXISTS closing_no_delete');
    db.exec('DROP TABLE closing_status; DROP TABLE closing_wallet');
    db.exec(sql);
    expect(findRecentDamage(db, 500)).toMatch(words);
    expect(findDamage(db)).toMatch(words);
  });
});
