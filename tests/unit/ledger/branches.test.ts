import {
  copyFileSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backupNow, newestBackups, stampOf } from '../../../main/core/ledger/backup/backups.ts';
import { dayOfStrangeBackup } from '../../../main/core/ledger/backup/branches.ts';
import { verifyLedger } from '../../../main/core/ledger/verify/verify-ledger.ts';
import { restoreChosen } from '../../../main/core/ledger/backup/restore-chosen.ts';
import { createPrintJobStore } from '../../../main/core/printing/queue/print-job-store.ts';
import { epochMs, HOUR, MINUTE } from '../../../shared/kernel/time.ts';
import { NOON_UTC } from '../../support/time/virtual-clock.ts';
import { overwrite, overwritePageOf } from './damage.ts';
import { idOf, ledgerOn, openFolder, sell, temporaryFolder } from './setup-ledger.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';
import { birthAt } from '../../support/till/birth.ts';
import { isWindows, notOnWindows } from '../../support/windows/not-on-windows.ts';

const LATER = birthAt(NOON_UTC + HOUR);
const STAMP = stampOf(LATER.now);

/** A ledger in a folder, and acts on it one after another; it is closed between them. */
function shop() {
  const folder = temporaryFolder();
  const path = join(folder, 'ledger.db');
  let sold = 0;
  const at = <T>(act: (db: Database.Database) => T): T => {
    const { db } = openFolder(folder);
    try {
      return act(db);
    } finally {
      db.close();
    }
  };
  return {
    folder,
    path,
    at,
    /** Sells, and gives the number of the newest row. */
    sell: (count: number): number =>
      at((db) => {
        const ledger = ledgerOn(db);
        sell(ledger, count, sold + 1);
        sold += count;
        return ledger.log.head().seq;
      }),
    backUp: (label: string): string => basename(at((db) => backupNow(db, folder, stampOf(NOON_UTC), label))),
    head: (): number => at((db) => ledgerOn(db).log.head().seq),
    hashAt: (seq: number): string | undefined => at((db) => ledgerOn(db).log.hashOf(seq)?.toString('hex')),
    restore(name: string) {
      const restored = restoreChosen(folder, name, LATER);
      if (!restored.ok) throw new Error(restored.error.code);
      return restored.value;
    },
    offered: (): string[] => newestBackups(folder).map((file) => basename(file)),
  };
}

/** A ledger that went back to row 40 and on from there, while a backup of row 160 of before was made to stay. */
function forked() {
  const till = shop();
  till.sell(10);
  const early = till.backUp('early');
  const old = till.path + '.early';
  copyFileSync(till.path, old);
  till.sell(30);
  const late = till.backUp('late');
  // As a version that knew nothing of branches left it, or somebody who put an old file back.
  renameSync(old, till.path);
  for (const side of ['-wal', '-shm']) rmSync(till.path + side, { force: true });
  return { ...till, early, late };
}

describe('a restore of an older backup', () => {
  it('takes over what only a newer backup still proves', () => {
    const till = shop();
    till.sell(10);
    const early = till.backUp('early');
    till.at((db) =>
      ledgerOn(db).record(
        'operator-added',
        { id: 'bia', name: 'Bia', role: 'manager' },
        byWindow('ana'),
        () =>
          db.exec(
            "INSERT INTO operator (id, name, role, pin_hash, created_at_ms) VALUES ('bia', 'Bia', 'manager', 'x', 1)",
          ),
      ),
    );
    till.sell(30);
    till.backUp('late');
    till.sell(5);
    overwrite(till.path, 0, 4096);
    expect(till.restore(early)).toMatchObject({ salvaged: 121, lost: 0 });
    expect(till.head()).toBe(162);
    till.at((db) => {
      expect(verifyLedger(db).fault).toBeNull();
      expect(db.prepare('SELECT name FROM operator').pluck().all()).toEqual(['Bia']);
    });
    expect(till.offered()).toHaveLength(2);
  });

  it('takes each row from whichever file still has it', () => {
    const till = shop();
    till.sell(10);
    const early = till.backUp('early');
    till.sell(30);
    till.backUp('late');
    const end = till.sell(40);
    overwritePageOf(till.path, 58);
    expect(till.restore(early)).toMatchObject({ salvaged: end - 41, lost: 0 });
    expect(till.head()).toBe(end);
  });

  it('counts as lost what a newer backup had and cannot give any more', () => {
    const till = shop();
    till.sell(10);
    const early = till.backUp('early');
    till.sell(30);
    const late = till.backUp('late');
    overwritePageOf(join(till.folder, 'backups', late), 98);
    overwrite(till.path, 0, 4096);
    const { salvaged, lost } = till.restore(early);
    expect(salvaged).toBeGreaterThan(10);
    expect(lost).toBeGreaterThan(10);
    expect(41 + salvaged + lost).toBe(161);
  });

  it('keeps backups of another branch beside the others, and offers them no more', () => {
    const { folder, sell: sellMore, backUp, restore, early, late, offered } = forked();
    sellMore(3);
    const mid = backUp('mid');
    restore(early);
    expect(offered()).toEqual([mid, early]);
    expect(existsSync(join(folder, 'backups', `${late}.replaced`))).toBe(true);
    expect(readdirSync(join(folder, 'backups')).sort()).toEqual([early, mid, `${late}.replaced`].sort());
  });
});

describe('a damaged ledger that has a branch of its own', () => {
  it('gets the backup that is of its branch, although another has more rows', () => {
    const till = forked();
    till.sell(3);
    till.backUp('mid');
    till.sell(2);
    const hash = till.hashAt(52);
    overwritePageOf(till.path, 58);
    const file = openFolder(till.folder, NOON_UTC + MINUTE);
    expect(file.restored?.backup).toMatch(/-mid\.db$/);
    expect(ledgerOn(file.db).log.hashOf(52)?.toString('hex')).toBe(hash);
    expect(till.offered()).not.toContain(till.late);
  });

  it('gets from other backups what the newest one cannot give', () => {
    const till = shop();
    till.sell(10);
    till.backUp('early');
    till.sell(30);
    const late = till.backUp('late');
    // The whole of it is not believed, its rows are.
    const raw = new Database(join(till.folder, 'backups', late));
    raw.exec("UPDATE charge SET version = 1 WHERE request_id = 'request-3'");
    raw.close();
    overwritePageOf(join(till.folder, 'backups', late), 30);
    overwrite(till.path, 0, 4096);
    const file = openFolder(till.folder, NOON_UTC + MINUTE);
    expect(file.restored).toMatchObject({ salvaged: 120 });
    expect(file.restored?.backup).toMatch(/-early\.db$/);
    expect(ledgerOn(file.db).charges.byId(idOf(40))).toMatchObject({ status: 'approved' });
  });
});

describe('a ledger that is not that of its newest backup', () => {
  /** Opens the ledger and looks at its backups. */
  const look = (folder: string): string | null => {
    const { db, path } = openFolder(folder);
    db.close();
    return dayOfStrangeBackup(folder, path);
  };

  it('says so when it is older', () => {
    expect(look(forked().folder)).toBe('2026-03-02');
  });

  it('says so when it is another one, however many rows it has', () => {
    const till = shop();
    till.sell(10);
    till.backUp('own');
    const other = shop();
    other.at((db) => ledgerOn(db).record('settings-changed', { tillName: 'caixa-9' }, byWindow('ana')));
    other.sell(40);
    copyFileSync(other.path, till.path);
    expect(look(till.folder)).toBe('2026-03-02');
  });

  it('says nothing when it is that one, or the backup cannot be read', () => {
    const till = shop();
    till.sell(10);
    const name = till.backUp('own');
    till.sell(1);
    expect(look(till.folder)).toBeNull();
    writeFileSync(join(till.folder, 'backups', name), 'no ledger');
    expect(look(till.folder)).toBeNull();
    expect(readdirSync(join(till.folder, 'backups'))).toEqual([name]);
  });

  // Under Windows SQLite also replaces such a link.
  it.skipIf(isWindows)(
    `opens all the same where a folder of backups cannot be written to${notOnWindows('links')}`,
    () => {
      const till = forked();
      const late = join(till.folder, 'backups', till.late);
      const backup = new Database(late);
      backup.pragma('journal_mode = wal');
      backup.close();
      // SQLite cannot create its side file there, also if root runs the test.
      symlinkSync('loop', `${late}-shm`);
      symlinkSync(`${late}-shm`, join(till.folder, 'backups', 'loop'));
      expect(look(till.folder)).toBeNull();
    },
  );
});

describe('a file that somebody still reads', () => {
  it('is not moved away from its log', () => {
    const till = shop();
    till.sell(3);
    const name = till.backUp('early');
    const reader = new Database(till.path, { readonly: true });
    try {
      till.sell(2);
      reader.exec('BEGIN');
      expect(reader.prepare('SELECT count(*) FROM ledger_event').pluck().get()).toBe(21);
      till.sell(2);
      expect(restoreChosen(till.folder, name, LATER)).toEqual({
        ok: false,
        error: { code: 'ledger-in-use' },
      });
      expect(readdirSync(till.folder).filter((file) => file.includes('replaced'))).toEqual([]);
      reader.exec('COMMIT');
      // Windows moves no file that is open.
      if (isWindows) reader.close();
      expect(till.restore(name)).toMatchObject({ salvaged: 16, lost: 0 });
    } finally {
      reader.close();
    }
  });

  it('is found with its log again by the next start, when the till died between the two moves', () => {
    const till = shop();
    till.sell(3);
    till.backUp('early');
    const reader = new Database(till.path, { readonly: true });
    reader.prepare('SELECT count(*) FROM ledger_event').get();
    till.sell(5);
    const end = till.head();
    expect(existsSync(`${till.path}-wal`)).toBe(true);
    reader.close();
    renameSync(till.path, join(till.folder, `ledger-damaged-${STAMP}.db`));
    writeFileSync(join(till.folder, 'ledger-restoring.db'), 'the new one, before its move');
    const file = openFolder(till.folder, NOON_UTC + 2 * HOUR);
    expect(ledgerOn(file.db).log.head().seq).toBe(end);
  });
});

describe('slips that waited when the backup was made', () => {
  it('may have come out since: a person is asked, also about one that was too old, and a drawer stays shut', () => {
    const till = shop();
    till.sell(1);
    const common = {
      profile: 'p',
      target: { kind: 'file', id: '/paper' } as const,
      createdAt: epochMs(NOON_UTC),
      expiresAt: null,
      bytes: new Uint8Array([1]),
    };
    const request = {
      document: 'test',
      profileName: 'x',
      can: { inverse: true, cut: true, qrs: [] },
    } as const;
    till.at((db) => {
      const store = createPrintJobStore(db);
      for (const id of ['waits', 'out', 'held', 'too-old'])
        store.put({ ...common, id, chargeId: null, request });
      store.put({ ...common, id: 'drawer', chargeId: null, request: null });
      store.end('out', 'delivered');
      store.end('held', 'held', 'UNPLUGGED', 100);
      store.end('too-old', 'held', 'STALE');
    });
    const name = till.backUp('early');
    till.restore(name);
    till.at((db) => {
      const jobs = db.prepare('SELECT id, state, reason, tries FROM print_job ORDER BY id').all();
      expect(jobs).toEqual([
        { id: 'drawer', state: 'cancelled', reason: 'TILL_ENDED', tries: 1 },
        { id: 'held', state: 'held', reason: 'UNPLUGGED', tries: 1 },
        { id: 'out', state: 'delivered', reason: null, tries: 0 },
        { id: 'too-old', state: 'unknown', reason: 'TILL_ENDED', tries: 1 },
        { id: 'waits', state: 'unknown', reason: 'TILL_ENDED', tries: 1 },
      ]);
    });
  });
});
