import { parentPort } from 'node:worker_threads';
import { runSeed } from './run-seed.ts';

/** Runs one batch of seeds at a time and tells which broke. */
parentPort?.on('message', ({ from, to, steps }: { from: number; to: number; steps: number }) => {
  void (async () => {
    const failed: number[] = [];
    for (let seed = from; seed < to; seed++) {
      const { broken } = await runSeed(seed, steps);
      if (broken.length > 0) failed.push(seed);
    }
    parentPort?.postMessage({ done: to - from, failed });
  })();
});
