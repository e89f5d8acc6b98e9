import { spawnSync } from 'node:child_process';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { answer } from '../../../main/core/search/questions.ts';
import { createSeededRandom } from '../../../build/run/seeded-random.ts';
import { CASES } from './questions.ts';

/**
 * How long each answer takes, ms, when nothing of the ledger is in memory, as on a till that was just switched on; null
 * where a computer cannot be made to forget a file.
 */
export function measureCold(file: string, name: string, runs: number): number[] | null {
  const random = createSeededRandom(name);
  const samples: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const asking = openReadOnly(file);
    const question = CASES[name]!(random, asking);
    asking.close();
    if (!forget(file)) return null;
    const db = openReadOnly(file);
    const startedAt = performance.now();
    answer(db, question);
    samples.push(performance.now() - startedAt);
    db.close();
  }
  return samples;
}

/** Has the system drop what it keeps of a file in memory: posix_fadvise(2), which Node does not have and Linux's dd does. */
function forget(file: string): boolean {
  if (process.platform !== 'linux') return false;
  return spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' }).status === 0;
}
