import { parentPort } from 'node:worker_threads';
import { Crash } from './crashing-database.ts';
import { dieAtEveryInstant } from './every-instant.ts';
import type { Batch, BatchResult } from './run-many.ts';
import { runSeed } from './run-seed.ts';

// What a dead till had under way ends like the till: nobody is left who could wait for it.
process.on('unhandledRejection', (reason) => {
  if (!(reason instanceof Crash)) throw reason;
});

const run = ({ steps, way }: Batch, seed: number): Promise<{ readonly broken: readonly string[] }> =>
  way === 'every-instant' ? dieAtEveryInstant(seed, steps) : runSeed(seed, steps, { files: way === 'files' });

/** Runs one batch of seeds at a time and tells which broke. */
parentPort?.on('message', (batch: Batch) => {
  void (async () => {
    const failed: BatchResult['failed'][number][] = [];
    for (let seed = batch.from; seed < batch.to; seed++) {
      const { broken } = await run(batch, seed);
      if (broken.length > 0) failed.push({ seed, broken });
    }
    parentPort?.postMessage({ done: batch.to - batch.from, failed } satisfies BatchResult);
  })();
});
