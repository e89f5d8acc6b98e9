import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backupNow, newestBackups, stampOf } from '../../../main/core/ledger/backup/backups.ts';
import { removeOldFiles } from '../../../main/core/ledger/backup/kept-files.ts';
import { restoreChosen } from '../../../main/core/ledger/backup/restore-chosen.ts';
import { replaceLedger } from '../../../main/core/ledger/backup/restore.ts';
import { openLedgerFile } from '../../../main/core/ledger/open-ledger.ts';
import { DAY, MINUTE } from '../../../shared/kernel/time.ts';
import { notRun } from '../../support/printer-rigs/why-not.ts';
import { birthAt } from '../../support/till/birth.ts';
import { NOON_UTC } from '../../support/time/virtual-clock.ts';
import { holdFile, SHARES, whyNotHeld } from '../../support/windows/hold-file.ts';
import { overwrite } from './damage.ts';
import { ledgerOn, openFolder, sell, temporaryFolder } from './setup-ledger.ts';

const LATER = birthAt(NOON_UTC + MINUTE);
const STAMP = stampOf(LATER.now);

/** A closed ledger of three sales, a backup of the first one, and what is in the folder. */
function shop() {
  const folder = temporaryFolder();
  const { db, path } = openFolder(folder);
  const ledger = ledgerOn(db);
  sell(ledger, 1);
  const name = basename(backupNow(db, folder, stampOf(NOON_UTC), 'test'));
  sell(ledger, 2, 2);
  const rows = ledger.log.head().seq;
  db.close();
  return { folder, path, name, rows };
}

function rowsOf(path: string): unknown {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare('SELECT count(*) FROM ledger_event').pluck().get();
  } finally {
    db.close();
  }
}

/** The files of a folder without SQLite's own, which a reader leaves there. */
function ledgersIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => !/-(?:wal|shm)$/.test(name));
}

function hold(path: string, share: number): () => void {
  const release = holdFile(path, share);
  onTestFinished(release);
  return release;
}

describe('a restore that cannot rename every file', () => {
  it('leaves the ledger in its place with its log', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'ledger.db');
    const draft = join(folder, 'ledger-restoring.db');
    writeFileSync(path, 'ledger');
    writeFileSync(`${path}-wal`, 'log');
    writeFileSync(draft, 'new');
    // A file cannot take the name of a folder.
    const wall = join(folder, `ledger-replaced-${STAMP}.db-wal`);
    mkdirSync(wall);
    const before = readdirSync(folder);
    expect(() => replaceLedger(path, draft, STAMP, 'replaced')).toThrow(/rename/);
    expect(readdirSync(folder)).toEqual(before);
    expect([readFileSync(path, 'utf8'), readFileSync(`${path}-wal`, 'utf8')]).toEqual(['ledger', 'log']);
  });
});

describe.skipIf(whyNotHeld !== undefined)(`files that another program holds${notRun(whyNotHeld)}`, () => {
  const shares = Object.entries(SHARES);

  it.each(shares)('a restore changes nothing while the ledger is held: it shares %s', (_, share) => {
    const { folder, path, name, rows } = shop();
    const before = ledgersIn(folder);
    const release = hold(path, share);
    expect(restoreChosen(folder, name, LATER)).toEqual({ ok: false, error: { code: 'ledger-in-use' } });
    release();
    expect(ledgersIn(folder)).toEqual(before);
    expect(rowsOf(path)).toBe(rows);
    expect(restoreChosen(folder, name, LATER)).toMatchObject({ ok: true, value: { lost: 0 } });
    expect(rowsOf(path)).toBe(rows);
  });

  it.each(shares)(
    'a restore changes nothing while the backup is held exclusively: it shares %s',
    (_, share) => {
      const { folder, path, name, rows } = shop();
      const release = hold(join(folder, 'backups', name), share);
      const restored = restoreChosen(folder, name, LATER);
      release();
      // A backup that others may read can be restored meanwhile.
      expect(restored).toMatchObject(
        share === 0 ? { ok: false, error: { code: 'ledger-in-use' } } : { ok: true, value: { lost: 0 } },
      );
      expect(rowsOf(path)).toBe(rows);
    },
  );

  it.each(shares)('a damaged ledger is not set aside while it is held: it shares %s', (_, share) => {
    const { folder, path } = shop();
    overwrite(path, 0, 100);
    const release = hold(path, share);
    expect(openLedgerFile(folder, LATER)).toEqual({ ok: false, error: 'held-by-another-program' });
    release();
    expect(ledgersIn(folder)).not.toContainEqual(expect.stringContaining('damaged'));
    expect(openFolder(folder, LATER.now).restored?.backup).toContain('backups');
    expect(ledgersIn(folder)).toContainEqual(expect.stringContaining('damaged'));
  });

  it('a ledger that nobody else may open is held, and not read-only', () => {
    const { folder, path } = shop();
    const release = hold(path, 0);
    expect(openLedgerFile(folder, LATER)).toEqual({ ok: false, error: 'held-by-another-program' });
    release();
    expect(openFolder(folder, LATER.now).restored).toBeUndefined();
  });

  it('a ledger opens while its newest backup is held', () => {
    const { folder, name } = shop();
    hold(join(folder, 'backups', name), 0);
    expect(openFolder(folder, LATER.now).restored).toBeUndefined();
  });

  it('an old backup that is held stays, and the others go', () => {
    const folder = temporaryFolder();
    const { db } = openFolder(folder);
    const ledger = ledgerOn(db);
    for (let day = 0; day < 40; day++) {
      sell(ledger, 1, day + 1);
      backupNow(db, folder, stampOf(NOON_UTC + day * DAY), 'test');
    }
    const oldest = newestBackups(folder).slice(-2);
    const release = hold(oldest[1] ?? '', 3);
    removeOldFiles(folder, 'America/Sao_Paulo');
    expect(oldest.map(existsSync)).toEqual([false, true]);
    release();
    removeOldFiles(folder, 'America/Sao_Paulo');
    expect(existsSync(oldest[1] ?? '')).toBe(false);
  });
});
