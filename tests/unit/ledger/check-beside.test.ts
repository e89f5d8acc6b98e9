import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLogger } from '../../../main/core/boot/core-logger.ts';
import { backupNow, stampOf } from '../../../main/core/ledger/backup/backups.ts';
import { checkBeside } from '../../../main/core/ledger/upkeep/check-beside.ts';
import { findDamage, findRecentDamage, markSuspect } from '../../../main/core/ledger/upkeep/integrity.ts';
import type { LogRecord } from '../../../shared/kernel/logger.ts';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';
import { createVirtualClock, NOON_UTC } from '../../support/time/virtual-clock.ts';
import { overwritePageOf } from './damage.ts';
import { idOf, ledgerOn, memoryLedger, openFolder, sell, temporaryFolder } from './setup-ledger.ts';

/** Begins a check of an open ledger, lets it begin, and gives what it says first. */
async function check(folder: string): Promise<{ log: LogRecord; told: string[] }> {
  const { db, path } = openFolder(folder);
  const clock = createVirtualClock();
  const told: string[] = [];
  const said = Promise.withResolvers<LogRecord>();
  const stop = checkBeside(path, folder, clock, createLogger(said.resolve, clock), (damage) =>
    told.push(damage),
  );
  onTestFinished(stop);
  await clock.advance(MINUTE);
  const log = await said.promise;
  await stop();
  db.close();
  return { log, told };
}

/** A closed ledger of 300 sales with an old page overwritten, which no look at the newest rows can find. */
function damaged(): { folder: string; path: string } {
  const folder = temporaryFolder();
  const { db, path } = openFolder(folder);
  const ledger = ledgerOn(db);
  sell(ledger, 299);
  backupNow(db, folder, stampOf(NOON_UTC), 'test');
  sell(ledger, 1, 300);
  db.close();
  overwritePageOf(path, 42);
  return { folder, path };
}

describe('the look at the whole ledger, in a thread of its own', () => {
  it('says nothing but that it looked, when all is well', async () => {
    const folder = temporaryFolder();
    const { db } = openFolder(folder);
    sell(ledgerOn(db), 3);
    const { log, told } = await check(folder);
    expect(log).toMatchObject({ level: 'info', event: 'ledger-checked' });
    expect(told).toEqual([]);
  });

  it('finds an old page overwritten, tells it, and the next start restores', async () => {
    const { folder } = damaged();
    expect(openFolder(folder).notices).toEqual([]);
    const { log, told } = await check(folder);
    expect(log).toMatchObject({ level: 'error', event: 'ledger-damaged' });
    expect(told).toHaveLength(1);
    const file = openFolder(folder, NOON_UTC + MINUTE);
    expect(file.notices).toMatchObject([{ code: 'ledger-restored' }]);
    expect(ledgerOn(file.db).charges.byId(idOf(299))).toMatchObject({ status: 'approved' });
    expect(existsSync(join(folder, 'ledger-suspect'))).toBe(false);
  });

  it('stops before it began, and in the middle', async () => {
    const folder = temporaryFolder();
    const { path, db } = openFolder(folder);
    sell(ledgerOn(db), 50);
    for (const passed of [0, MINUTE]) {
      const clock = createVirtualClock();
      const { logger, records } = keptLogger(clock);
      const stop = checkBeside(path, folder, clock, logger, () => undefined);
      await clock.advance(passed);
      await stop();
      await clock.advance(MINUTE);
      expect(records).toEqual([]);
    }
  });

  it('a suspicion that proves wrong is dropped', () => {
    const folder = temporaryFolder();
    openFolder(folder).db.close();
    markSuspect(folder, 'a bad dream');
    expect(openFolder(folder).notices).toEqual([]);
    expect(existsSync(join(folder, 'ledger-suspect'))).toBe(false);
  });
});

describe('what counts as damage', () => {
  it('nothing in a ledger that was only used', () => {
    const ledger = memoryLedger();
    sell(ledger, 20);
    expect([findDamage(ledger.db), findRecentDamage(ledger.db, 10)]).toEqual([null, null]);
  });

  it('a chain that breaks, and where', () => {
    const ledger = memoryLedger();
    sell(ledger, 20);
    const raw = ledger.db;
    raw.exec('DROP TRIGGER ledger_event_no_update');
    raw.exec("UPDATE ledger_event SET actor = 'bia' WHERE seq = 30");
    expect(findDamage(raw)).toBe('the chain breaks at event 30');
    expect(findRecentDamage(raw, 60)).toBe('the chain breaks at event 30');
    expect(findRecentDamage(raw, 10)).toBeNull();
  });

  it('an end that was cut off: a charge knows of more events than there are', () => {
    const { db, path } = openFolder(temporaryFolder());
    sell(ledgerOn(db), 3);
    db.close();
    const raw = new Database(path);
    onTestFinished(() => void raw.close());
    raw.exec('DROP TRIGGER ledger_event_no_delete; DELETE FROM ledger_event WHERE seq > 10');
    expect(findDamage(raw)).toContain(idOf(3));
    raw.exec('UPDATE charge SET settled = 0');
    expect(findRecentDamage(raw, 10)).toContain(idOf(3));
  });
});
