import { parentPort } from 'node:worker_threads';
import { createCoverage, toData } from './coverage/coverage.ts';
import { createProbe } from './coverage/probe.ts';
import { Crash } from './crashing-database.ts';
import { dieAtEveryInstant } from './every-instant.ts';
import type { Batch, BatchResult, Failure } from './run-many.ts';
import { runSeed } from './run-seed.ts';
import { createGuide } from './story/guide.ts';
import type { Outcome } from './story/play-story.ts';

// What a dead till had under way ends like the till: nothing is left that could wait for it.
process.on('unhandledRejection', (reason) => {
  if (!(reason instanceof Crash)) throw reason;
});

/** Runs one batch of seeds at a time and tells which broke. */
async function runBatch({ from, to, steps, way, counting }: Batch): Promise<BatchResult> {
  const failed: Failure[] = [];
  const coverage = createCoverage();
  const guide = counting === 'guided' ? createGuide(coverage) : undefined;
  const probe = counting === 'none' ? {} : { probe: createProbe(coverage) };
  const run = (seed: number): Promise<Pick<Outcome, 'broken' | 'story'>> =>
    way === 'every-instant'
      ? dieAtEveryInstant(seed, steps)
      : runSeed(seed, steps, { files: way === 'files', ...probe }, guide);
  for (let seed = from; seed < to; seed++) {
    const { broken, story } = await run(seed);
    if (broken.length > 0) failed.push({ seed, broken, story });
  }
  return { done: to - from, failed, coverage: counting === 'none' ? null : toData(coverage) };
}

parentPort?.on(
  'message',
  (batch: Batch) =>
    void runBatch(batch).then(
      (result) => parentPort?.postMessage(result),
      // A death that a story does not handle is a fault of the simulation. Without this error, the main thread would wait for ever.
      (cause: unknown) =>
        process.nextTick(() => {
          throw new Error('a batch of stories ended early', { cause });
        }),
    ),
);
