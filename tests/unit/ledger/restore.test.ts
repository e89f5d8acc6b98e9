import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createShifts } from '../../../main/core/shifts/shifts.ts';
import { backupNow, newestBackups, stampOf } from '../../../main/core/ledger/backup/backups.ts';
import { openLedgerFile, type OpenedFile } from '../../../main/core/ledger/open-ledger.ts';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { createDullRandom } from '../../support/random/dull-random.ts';
import { createVirtualClock, NOON_UTC } from '../../support/time/virtual-clock.ts';
import { garbleLog, HARM, overwrite, overwritePageOf } from './damage.ts';
import { idOf, ledgerOn, openFolder, projections, sell, temporaryFolder } from './setup-ledger.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';
import { birthAt } from '../../support/till/birth.ts';

const random = createDullRandom();

/** A closed ledger: an open shift, `backedUp` sales in a backup, and `more` sales after it. */
function shop(backedUp: number, more: number): { folder: string; path: string; events: number } {
  const folder = temporaryFolder();
  const { db, path } = openFolder(folder);
  const clock = createVirtualClock();
  const ledger = ledgerOn(db, clock);
  createShifts(ledger, clock, random).begin(byWindow('ana'));
  sell(ledger, backedUp);
  if (backedUp > 0) backupNow(db, folder, stampOf(NOON_UTC), 'test');
  sell(ledger, more, backedUp + 1);
  const events = ledger.log.head().seq;
  db.close();
  return { folder, path, events };
}

const LATER = birthAt(NOON_UTC + MINUTE);
const later = stampOf(LATER.now);

function reopen(folder: string): OpenedFile {
  const file = openFolder(folder, NOON_UTC + MINUTE);
  expect(ledgerOn(file.db).log.firstBroken()).toBeNull();
  return file;
}

describe('a damaged ledger', () => {
  it.each(Object.entries(HARM))('%s: is set aside, and the newest backup stands in its place', (_, harm) => {
    const { folder, path } = shop(3, 0);
    harm(path);
    const harmed = readFileSync(path);
    const file = reopen(folder);
    expect(file.notices).toEqual([{ code: 'ledger-restored', detail: '2026-03-02' }]);
    expect(file.restored?.backup).toMatch(/backups.ledger-/);
    const ledger = ledgerOn(file.db);
    expect(ledger.charges.byId(idOf(3))).toMatchObject({ status: 'approved', paidAmount: 1000 });
    expect(createShifts(ledger, createVirtualClock(), random).open()?.operatorId).toBe('ana');
    expect(readFileSync(join(folder, `ledger-damaged-${later}.db`))).toEqual(harmed);
  });

  it('is opened without a word the next time', () => {
    const { folder, path } = shop(3, 0);
    overwrite(path, 0, 100);
    reopen(folder).db.close();
    expect(reopen(folder).notices).toEqual([]);
  });

  it('gives what came after the backup, up to the damage', () => {
    const { folder, path, events } = shop(3, 40);
    // The newest rows are damaged, so that the look before opening finds it.
    overwritePageOf(path, events - 3);
    const file = reopen(folder);
    const { seq } = ledgerOn(file.db).log.head();
    expect(file.restored?.salvaged).toBe(seq - 14);
    expect(seq).toBeGreaterThan(100);
    expect(seq).toBeLessThan(events);
    expect(ledgerOn(file.db).charges.byId(idOf(10))).toMatchObject({
      finalizedAt: expect.any(Number) as number,
    });
  });

  it('gives all of what came after the backup when only its projections are odd', () => {
    const { folder, path, events } = shop(3, 40);
    const raw = new Database(path);
    raw.exec("UPDATE charge SET version = 1, settled = 0 WHERE request_id = 'request-20'");
    raw.close();
    const file = reopen(folder);
    expect(ledgerOn(file.db).log.head().seq).toBe(events);
    expect(ledgerOn(file.db).charges.byId(idOf(20))).toMatchObject({ version: 4 });
  });

  it('a log full of nonsense loses nothing that was folded into the file', () => {
    const { folder, path, events } = shop(3, 5);
    garbleLog(path);
    expect(ledgerOn(reopen(folder).db).log.head().seq).toBe(events);
  });

  it('missing altogether: there was one, as its backups say', () => {
    const { folder, path, events } = shop(3, 0);
    renameSync(path, `${path}.gone`);
    const file = reopen(folder);
    expect(file.notices).toMatchObject([{ code: 'ledger-restored' }]);
    expect(ledgerOn(file.db).log.head().seq).toBe(events);
  });

  it('interrupted between two moves of the restore, is restored by the next start, with what was salvaged', () => {
    const { folder, path, events } = shop(3, 5);
    renameSync(path, join(folder, `ledger-damaged-${stampOf(NOON_UTC)}.db`));
    writeFileSync(join(folder, 'ledger-restoring.db'), 'half a file');
    const file = reopen(folder);
    expect(file.restored?.salvaged).toBe(20);
    expect(ledgerOn(file.db).log.head().seq).toBe(events);
    expect(readdirSync(folder).filter((name) => name.startsWith('ledger-restoring'))).toEqual([]);
  });
});

describe('a restore that cannot be written', () => {
  it('moves nothing', () => {
    const { folder, path } = shop(3, 0);
    overwrite(path, 0, 100);
    mkdirSync(join(folder, 'ledger-restoring.db'));
    const harmed = readFileSync(path);
    // Windows refuses to remove a folder as it refuses a file without rights.
    if (process.platform === 'win32')
      expect(openLedgerFile(folder, LATER)).toEqual({ ok: false, error: 'read-only' });
    else expect(() => openLedgerFile(folder, LATER)).toThrow(/EISDIR|directory/);
    expect(readFileSync(path)).toEqual(harmed);
    expect(newestBackups(folder)).toHaveLength(1);
    rmSync(join(folder, 'ledger-restoring.db'), { recursive: true });
    expect(reopen(folder).notices).toMatchObject([{ code: 'ledger-restored' }]);
  });
});

describe('backups', () => {
  it('none: begins anew with what can be read, and says so', () => {
    const { folder, path, events } = shop(0, 40);
    overwritePageOf(path, events - 3);
    const file = reopen(folder);
    expect(file.notices).toMatchObject([{ code: 'ledger-started-anew' }]);
    const ledger = ledgerOn(file.db);
    expect(ledger.log.head().seq).toBeGreaterThan(100);
    expect(createShifts(ledger, createVirtualClock(), random).open()?.operatorId).toBe('ana');
  });

  it('none, and nothing can be read: an empty ledger, and the old file kept', () => {
    const { folder, path } = shop(0, 3);
    overwrite(path, 0, 100);
    const file = reopen(folder);
    expect(file.notices).toEqual([{ code: 'ledger-started-anew', detail: '' }]);
    expect(ledgerOn(file.db).log.head().seq).toBe(1);
    expect(existsSync(file.restored?.setAside ?? '')).toBe(true);
  });

  it('a new folder is no damage', () => {
    expect(openFolder(temporaryFolder()).notices).toEqual([]);
  });

  it.each(['header', 'middle', 'empty', 'no ledger'])(
    'the newest broken (%s): the older one is taken',
    (how) => {
      const { folder, path } = shop(3, 0);
      const [older] = newestBackups(folder);
      const newer = older!.replace('000000000014', '000000000099');
      copyFileSync(older!, newer);
      if (how === 'header') overwrite(newer, 0, 100);
      if (how === 'middle') overwritePageOf(newer, 7);
      if (how === 'empty') writeFileSync(newer, '');
      if (how === 'no ledger') {
        writeFileSync(newer, '');
        const other = new Database(newer);
        other.exec('CREATE TABLE recipes (x)');
        other.close();
      }
      overwrite(path, 0, 100);
      const file = reopen(folder);
      expect(file.restored?.backup).toBe(older);
      expect(projections(file.db)['charge']).toHaveLength(3);
      expect(existsSync(`${newer}.unusable`)).toBe(true);
    },
  );

  it('from the future: nothing is restored over it, and nothing is moved', () => {
    const { folder, path } = shop(3, 0);
    const [backup] = newestBackups(folder);
    const future = new Database(backup!);
    future.pragma('user_version = 99990');
    future.close();
    overwrite(path, 0, 100);
    const harmed = readFileSync(path);
    expect(openLedgerFile(folder, LATER)).toEqual({ ok: false, error: 'from-the-future' });
    expect(readFileSync(path)).toEqual(harmed);
    expect(readdirSync(folder).sort()).toEqual(['backups', 'ledger.db']);
  });

  it('are sorted by what they hold, whatever the clock said when they were made', () => {
    const { folder } = shop(3, 0);
    const { db } = openFolder(folder);
    sell(ledgerOn(db), 2, 50);
    const newest = backupNow(db, folder, stampOf(Date.UTC(2001, 0, 1)), 'clock-set-back');
    expect(newestBackups(folder)[0]).toBe(newest);
  });
});
