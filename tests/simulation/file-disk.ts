import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openLedgerFile } from '../../main/core/ledger/open-ledger.ts';
import { draftBeside, make } from '../../main/core/ledger/backup/restore.ts';
import { birthAt } from '../support/till/birth.ts';
import { withFaults, type Disk } from './crashing-database.ts';
import type { SeededRandom } from '../../build/run/seeded-random.ts';

const BIRTH = birthAt(Date.UTC(2026, 0, 1));

/**
 * A disk of real files, opened as the product opens them. What a death leaves is a copy of the file and its log, as a
 * power cut leaves them: with a piece of the transaction that was being written behind the last one that was promised.
 */
export function createFileDisk(random: SeededRandom): Disk {
  const root = mkdtempSync(join(tmpdir(), 'balcao-simulation-'));
  const handles: Database[] = [];
  const backup = join(root, 'backup.db');
  let lives = 0;
  let isRestored = false;
  const folderOf = (life: number): string => join(root, String(life));
  return {
    open(faults) {
      lives += 1;
      mkdirSync(folderOf(lives));
      if (lives > 1) leaveBehind(folderOf(lives - 1), folderOf(lives), random);
      if (isRestored) putBackup(backup, join(folderOf(lives), 'ledger.db'));
      isRestored = false;
      const opened = openLedgerFile(folderOf(lives), BIRTH);
      if (!opened.ok) throw new Error(`the ledger does not open again: ${opened.error}`);
      if (opened.value.restored !== undefined) throw new Error('the ledger was taken for damaged');
      const { db } = opened.value;
      handles.push(db);
      return withFaults(db, (sql) => db.prepare(sql), faults);
    },
    backUp() {
      rmSync(backup, { force: true });
      handles.at(-1)?.prepare('VACUUM INTO ?').run(backup);
    },
    restore() {
      isRestored = existsSync(backup);
      return isRestored;
    },
    close() {
      for (const db of handles) db.close();
      rmSync(root, { recursive: true });
    },
  };
}

/** What the product does when a person chooses a backup: later events come from the file that was there. */
function putBackup(backup: string, path: string): void {
  const draft = draftBeside(path);
  if (make(draft, backup, [path], { mode: BIRTH.mode }) === 'unusable')
    throw new Error('the backup cannot be used');
  for (const side of ['', '-wal', '-shm']) rmSync(path + side, { force: true });
  renameSync(draft, path);
}

function leaveBehind(dead: string, next: string, random: SeededRandom): void {
  copyFileSync(join(dead, 'ledger.db'), join(next, 'ledger.db'));
  const log = join(dead, 'ledger.db-wal');
  if (!existsSync(log)) return;
  copyFileSync(log, join(next, 'ledger.db-wal'));
  const bytes = readFileSync(log);
  if (bytes.length === 0) return;
  // Frames look like the ones before them; only their checksums, which go on from frame to frame, give them away.
  const start = random.between(0, bytes.length - 1);
  appendFileSync(join(next, 'ledger.db-wal'), bytes.subarray(start, start + random.between(1, 10_000)));
}
