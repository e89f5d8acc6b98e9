import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newestBackups } from '../../../main/core/ledger/backup/backups.ts';
import { verifyLedger } from '../../../main/core/ledger/verify/verify-ledger.ts';
import type { LogRecord } from '../../../shared/kernel/logger.ts';
import { DAY, MINUTE } from '../../../shared/kernel/time.ts';
import { NOON_UTC } from '../../support/time/virtual-clock.ts';
import { setUpTill } from '../charges/setup-till.ts';
import { overwrite, overwritePageOf } from './damage.ts';
import { ledgerOn, openFolder, sell, temporaryFolder } from './setup-ledger.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

/** A till on a real file, and how to wait for a line of its log. */
function openTill(folder: string) {
  const { till, clock, logs } = setUpTill({ file: openFolder(folder, NOON_UTC) });
  const logged = async (event: string): Promise<LogRecord> => {
    for (;;) {
      const found = logs.find((record) => record.event === event);
      if (found !== undefined) return found;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { till, clock, logs, logged };
}

describe('a till at work', () => {
  it('looks at its whole ledger and backs it up, and can be stopped at any time', async () => {
    const folder = temporaryFolder();
    const { db } = openFolder(folder);
    sell(ledgerOn(db), 3);
    db.close();
    const { till, clock, logged, logs } = openTill(folder);
    await clock.advance(2 * MINUTE);
    expect((await logged('ledger-checked')).scope).toBe('core/ledger');
    await logged('ledger-backed-up');
    expect(newestBackups(folder)).toHaveLength(1);
    await till.stop();
    const lines = logs.length;
    await clock.advance(2 * DAY);
    expect(logs).toHaveLength(lines);
  });

  it('backs its ledger up when a shift ends, once', async () => {
    const folder = temporaryFolder();
    openFolder(folder).db.close();
    const { till, logged } = openTill(folder);
    till.shifts.begin(byWindow('ana'));
    const ended = till.shifts.end(byWindow('ana'));
    const shiftId = ended.ok ? ended.value.shiftId : '';
    expect(till.shifts.end(byWindow('ana'), shiftId)).toEqual(ended);
    await logged('ledger-backed-up');
    expect(newestBackups(folder)).toEqual([expect.stringMatching(/ledger-000000000003-.*-closing\.db$/)]);
    await till.stop();
  });

  it('that ends right after a closing has its backup all the same', async () => {
    const folder = temporaryFolder();
    openFolder(folder).db.close();
    const { till } = openTill(folder);
    till.shifts.begin(byWindow('ana'));
    till.shifts.end(byWindow('ana'));
    await till.stop();
    expect(newestBackups(folder)).toEqual([expect.stringContaining('-closing.db')]);
  });

  it('tells the cashier that a backup failed, until one is made', async () => {
    const folder = temporaryFolder();
    openFolder(folder).db.close();
    const { till } = openTill(folder);
    const codes = (): string[] => till.notices.all().map(({ code }) => code);
    writeFileSync(`${folder}/backups`, 'a file where the folder should be');
    await expect(till.backUp('manual')).rejects.toThrow('EEXIST');
    expect(codes()).toEqual(['backup-failed']);
    rmSync(`${folder}/backups`);
    await till.backUp('manual');
    expect(codes()).toEqual([]);
    await till.stop();
  });

  it('stops while both have just begun', async () => {
    const folder = temporaryFolder();
    const { db } = openFolder(folder);
    sell(ledgerOn(db), 300);
    db.close();
    const { till, clock, logs } = openTill(folder);
    await clock.advance(MINUTE);
    await till.stop();
    await clock.advance(DAY);
    expect(logs.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('tells the cashier that its ledger is damaged', async () => {
    const folder = temporaryFolder();
    const { db, path } = openFolder(folder);
    sell(ledgerOn(db), 300);
    db.close();
    overwritePageOf(path, 42);
    const { till, clock, logged } = openTill(folder);
    await clock.advance(MINUTE);
    await logged('ledger-damaged');
    expect(till.notices.all().map(({ code }) => code)).toContain('ledger-damaged');
    await till.stop();
  });

  it('says what had to be done to open its ledger', async () => {
    const folder = temporaryFolder();
    openFolder(folder).db.close();
    overwrite(`${folder}/ledger.db`, 0, 100);
    const { till, logs } = openTill(folder);
    expect(till.notices.all().map(({ code }) => code)).toEqual(['ledger-started-anew']);
    expect(logs).toMatchObject([
      { level: 'error', event: 'ledger-restored', fields: { backup: null, salvaged: 0 } },
    ]);
    const { seq } = till.ledger.log.head();
    expect(till.ledger.log.since(seq - 1, 1), 'and the diary has it').toMatchObject([
      {
        type: 'ledger-restored',
        actor: 'balcao',
        body: { backup: null, salvaged: 0, setAside: expect.stringContaining('ledger-damaged-') },
      },
    ]);
    expect(verifyLedger(till.ledger.db).fault).toBeNull();
    await till.stop();
  });
});
