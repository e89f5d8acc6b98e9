import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEventLog } from '../../../main/core/ledger/event-log.ts';
import {
  backupNow,
  findDamageIn,
  newestBackups,
  readBackupName,
  stampOf,
  type CheckFile,
} from '../../../main/core/ledger/backup/backups.ts';
import { removeOldFiles } from '../../../main/core/ledger/backup/kept-files.ts';
import { scheduleBackups, type Backups } from '../../../main/core/ledger/backup/scheduled-backup.ts';
import type { Ledger } from '../../../main/core/ledger/ledger.ts';
import type { LogRecord } from '../../../shared/kernel/logger.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';
import { createVirtualClock, type VirtualClock } from '../../support/time/virtual-clock.ts';
import { ledgerOn, openFolder, sell, temporaryFolder } from './setup-ledger.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

interface Shop {
  readonly folder: string;
  readonly clock: VirtualClock;
  readonly ledger: Ledger;
  readonly logs: LogRecord[];
  /** What people are told of each backup. */
  readonly told: (string | null)[];
  /** Makes one that is asked for. */
  now(label: string): Promise<string>;
  stop(): Promise<void>;
  /** Lets time pass, and then whatever was begun come to its end. */
  pass(ms: number): Promise<void>;
  begin(checkFile?: CheckFile): void;
}

/** What the till does in a thread of its own, done at once. */
const check = (file: string): Promise<string | null> => Promise.resolve(findDamageIn(file));

function setUp(): Shop {
  const folder = temporaryFolder();
  const clock = createVirtualClock();
  const { db } = openFolder(folder);
  const ledger = ledgerOn(db, clock);
  const { logger, records: logs } = keptLogger(clock);
  const told: (string | null)[] = [];
  let backups: Backups | null = null;
  const stop = (): Promise<void> => backups?.stop() ?? Promise.resolve();
  onTestFinished(stop);
  return {
    folder,
    clock,
    ledger,
    logs,
    told,
    now: (label) => backups?.now(label) ?? Promise.reject(new Error('not begun')),
    stop,
    begin(checkFile = check) {
      backups = scheduleBackups(db, folder, {
        clock,
        logger,
        check: checkFile,
        zone: () => 'America/Sao_Paulo',
        told: (failure) => told.push(failure),
      });
    },
    async pass(ms) {
      await clock.advance(ms);
      // A look is over when the next one is set.
      while (clock.timers === 0) await new Promise(setImmediate);
    },
  };
}

describe('backups beside the work', () => {
  it('a minute after the start, then one a day, and only if something happened', async () => {
    const shop = setUp();
    sell(shop.ledger, 1);
    shop.begin();
    await shop.pass(MINUTE - 1);
    expect(newestBackups(shop.folder)).toHaveLength(0);
    await shop.pass(1);
    expect(newestBackups(shop.folder)).toHaveLength(1);
    await shop.pass(2 * DAY);
    expect(newestBackups(shop.folder)).toHaveLength(1);
    sell(shop.ledger, 1, 2);
    await shop.pass(6 * HOUR);
    expect(newestBackups(shop.folder)).toHaveLength(2);
    sell(shop.ledger, 1, 3);
    await shop.pass(18 * HOUR);
    expect(newestBackups(shop.folder)).toHaveLength(2);
    await shop.pass(6 * HOUR);
    expect(newestBackups(shop.folder)).toHaveLength(3);
  });

  it('not right after a start, when the last run made one', async () => {
    const shop = setUp();
    sell(shop.ledger, 1);
    shop.begin();
    await shop.pass(MINUTE);
    await shop.stop();
    sell(shop.ledger, 1, 2);
    shop.begin();
    await shop.pass(10 * MINUTE);
    expect(newestBackups(shop.folder)).toHaveLength(1);
  });

  it('although the clock was set back by years', async () => {
    const shop = setUp();
    sell(shop.ledger, 1);
    shop.begin();
    await shop.pass(MINUTE);
    shop.clock.jump(-3000 * DAY);
    sell(shop.ledger, 1, 2);
    await shop.pass(6 * HOUR);
    const [newest, ...older] = newestBackups(shop.folder);
    expect(older).toHaveLength(1);
    expect(newest).toContain('ledger-000000000009-');
  });

  it('is whole, and holds what was written while it was made', async () => {
    const shop = setUp();
    sell(shop.ledger, 400);
    shop.begin();
    await shop.clock.advance(MINUTE);
    sell(shop.ledger, 1, 1000);
    await shop.pass(0);
    const backup = new Database(newestBackups(shop.folder)[0]!);
    onTestFinished(() => void backup.close());
    expect(backup.pragma('quick_check', { simple: true })).toBe('ok');
    const log = createEventLog(backup);
    expect(log.firstBroken()).toBeNull();
    expect(log.head().seq).toBe(1605);
  });

  it('thirty are kept', async () => {
    const shop = setUp();
    shop.begin();
    for (let day = 0; day < 33; day++) {
      sell(shop.ledger, 1, day + 1);
      await shop.pass(DAY);
    }
    const kept = newestBackups(shop.folder);
    expect(kept).toHaveLength(30);
    expect(kept[0]).toContain(`ledger-${String(33 * 4 + 1).padStart(12, '0')}-`);
    expect(readdirSync(join(shop.folder, 'backups'))).toHaveLength(30);
  });

  it('one that cannot be written is logged, leaves nothing behind, and is tried again', async () => {
    const shop = setUp();
    sell(shop.ledger, 1);
    writeFileSync(join(shop.folder, 'backups'), 'a file where the folder should be');
    shop.begin();
    await shop.pass(MINUTE);
    expect(shop.logs).toMatchObject([{ level: 'error', event: 'backup-failed' }]);
    rmSync(join(shop.folder, 'backups'));
    await shop.pass(6 * HOUR);
    expect(newestBackups(shop.folder)).toHaveLength(1);
    expect(shop.told).toEqual([expect.stringContaining('ENOTDIR'), null]);
  });

  it('stops in the middle, and the ledger can then be closed', async () => {
    const shop = setUp();
    sell(shop.ledger, 600);
    shop.begin();
    await shop.clock.advance(MINUTE);
    const stopped = shop.stop();
    await stopped;
    shop.ledger.close();
    expect(newestBackups(shop.folder)).toEqual([]);
    expect(existsSync(join(shop.folder, 'backups')) && readdirSync(join(shop.folder, 'backups'))).toEqual([]);
    await shop.clock.advance(DAY);
    expect(shop.logs).toEqual([]);
  });

  it('one that is not whole is no backup', async () => {
    const shop = setUp();
    sell(shop.ledger, 3);
    shop.ledger.db.exec("UPDATE charge SET version = 1 WHERE request_id = 'request-2'");
    shop.begin();
    await shop.pass(MINUTE);
    expect(shop.logs).toMatchObject([{ level: 'error', event: 'backup-failed' }]);
    expect(readdirSync(join(shop.folder, 'backups'))).toEqual([]);
  });

  it('of a day with many only the last is kept, after two days, and the day is the store’s', () => {
    const shop = setUp();
    // From 19:30 on, at the store: in UTC the day changes while it is open.
    shop.clock.jump(10.5 * HOUR);
    for (let day = 0; day < 12; day++) {
      for (let shift = 0; shift < 3; shift++) {
        sell(shop.ledger, 1, day * 3 + shift + 1);
        backupNow(shop.ledger.db, shop.folder, stampOf(shop.clock.now()), 'closing');
        shop.clock.jump(HOUR);
      }
      shop.clock.jump(21 * HOUR);
    }
    removeOldFiles(shop.folder, 'America/Sao_Paulo');
    const seqs = newestBackups(shop.folder).map((file) => readBackupName(file)?.seq);
    expect(seqs).toEqual([145, 141, 137, 133, 129, 125, 121, 109, 97, 85, 73, 61, 49, 37, 25, 13]);
  });

  it('a clock that leaps by a year takes none away', async () => {
    const shop = setUp();
    for (let day = 0; day < 25; day++) {
      sell(shop.ledger, 1, day + 1);
      backupNow(shop.ledger.db, shop.folder, stampOf(shop.clock.now()), 'closing');
      shop.clock.jump(DAY);
    }
    shop.clock.jump(365 * DAY);
    shop.begin();
    await shop.now('manual');
    expect(newestBackups(shop.folder)).toHaveLength(26);
  });

  it('of another branch go when thirty days were backed up since', async () => {
    const shop = setUp();
    sell(shop.ledger, 1);
    const strange = backupNow(shop.ledger.db, shop.folder, stampOf(shop.clock.now()), 'closing');
    renameSync(strange, `${strange}.replaced`);
    shop.begin();
    for (let day = 0; day < 30; day++) {
      shop.clock.jump(DAY);
      expect(existsSync(`${strange}.replaced`)).toBe(true);
      sell(shop.ledger, 1, day + 2);
      await shop.now('closing');
    }
    expect(existsSync(`${strange}.replaced`)).toBe(false);
  });
});

describe('the backup of a closing', () => {
  const close = (shop: Shop): void =>
    void shop.ledger.record('shift-closed', { shiftId: 'x' }, byWindow('ana'));

  it('is waited for when the till ends right after', async () => {
    const shop = setUp();
    sell(shop.ledger, 300);
    shop.begin();
    shop.now('closing').catch(() => undefined);
    await shop.stop();
    expect(newestBackups(shop.folder)).toEqual([expect.stringContaining('-closing.db')]);
  });

  it('is given up after ten seconds, and made at the next start, however new the one before is', async () => {
    const shop = setUp();
    sell(shop.ledger, 1);
    const asked = Promise.withResolvers<void>();
    let calls = 0;
    shop.begin((file, abandoned) => {
      calls += 1;
      if (calls === 1) return check(file);
      asked.resolve();
      return new Promise((_, reject) => {
        abandoned.addEventListener('abort', () => reject(new Error('given up')));
      });
    });
    await shop.now('manual');
    close(shop);
    const made = shop.now('closing');
    made.catch(() => undefined);
    await asked.promise;
    const stopped = shop.stop();
    await shop.clock.advance(10 * SECOND);
    await stopped;
    await expect(made).rejects.toThrow('given up');
    expect(newestBackups(shop.folder)).toHaveLength(1);
    expect(shop.told).toEqual([null]);
    shop.begin();
    await shop.pass(MINUTE);
    expect(newestBackups(shop.folder)).toHaveLength(2);
    sell(shop.ledger, 1, 2);
    await shop.pass(6 * HOUR);
    expect(newestBackups(shop.folder)).toHaveLength(2);
  });
});
