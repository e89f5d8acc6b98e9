import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openLedgerFile } from '../../main/core/ledger/open-ledger.ts';
import { withFaults, type Disk } from './crashing-database.ts';
import type { SeededRandom } from './seeded-random.ts';

/**
 * A disk of real files, opened as the product opens them. What a death leaves is a copy of the file and its log, as a
 * power cut leaves them: with a piece of the transaction that was being written behind the last one that was promised.
 */
export function createFileDisk(random: SeededRandom): Disk {
  const root = mkdtempSync(join(tmpdir(), 'balcao-simulation-'));
  const handles: Database[] = [];
  let lives = 0;
  const folderOf = (life: number): string => join(root, String(life));
  return {
    open(faults) {
      lives += 1;
      mkdirSync(folderOf(lives));
      if (lives > 1) leaveBehind(folderOf(lives - 1), folderOf(lives), random);
      const opened = openLedgerFile(folderOf(lives), 'simulated');
      if (!opened.ok) throw new Error(`the ledger does not open again: ${opened.error}`);
      if (opened.value.restored !== undefined) throw new Error('the ledger was taken for damaged');
      const { db } = opened.value;
      handles.push(db);
      return withFaults(db, (sql) => db.prepare(sql), faults);
    },
    close() {
      for (const db of handles) db.close();
      rmSync(root, { recursive: true });
    },
  };
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
