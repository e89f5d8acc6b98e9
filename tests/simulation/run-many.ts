import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { addData, createCoverage, type Coverage, type CoverageData } from './coverage/coverage.ts';
import type { Outcome } from './story/play-story.ts';

/** `files`: on real files instead of memory. `every-instant`: each story once for every instant at which its till can die. */
export type Way = 'memory' | 'files' | 'every-instant';

/** `counted`: tells what was met. `guided`: also chooses steps by it. */
export type Counting = 'none' | 'counted' | 'guided';

export interface Batch {
  readonly from: number;
  readonly to: number;
  readonly steps: number;
  readonly way: Way;
  readonly counting: Counting;
}

export interface Failure {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly story: Outcome['story'];
}

export interface BatchResult {
  readonly done: number;
  readonly failed: readonly Failure[];
  readonly coverage: CoverageData | null;
}

export interface ManyOptions {
  readonly from: number;
  readonly seeds: number;
  readonly steps: number;
  readonly way?: Way;
  readonly counting?: Counting;
  readonly onProgress?: (done: number) => void;
}

export interface ManyResult {
  readonly passed: number;
  readonly failed: readonly Failure[];
  readonly seconds: number;
  readonly coverage: Coverage;
}

/** Steps that a worker takes at a time, about; one story on files counts for ten, one told at every instant for more. */
const STEPS_AT_ONCE = 2_000;
const COST: Record<Way, number> = { memory: 1, files: 10, 'every-instant': 1_000 };

/** Runs seeds on every processor. A story depends on nothing but its seed (guided: its batch), so the order does not matter. */
export async function runMany({
  from,
  seeds,
  steps,
  way = 'memory',
  counting = 'none',
  onProgress,
}: ManyOptions): Promise<ManyResult> {
  const startedAt = performance.now();
  const failed: Failure[] = [];
  const coverage = createCoverage();
  const size = Math.max(1, Math.floor(STEPS_AT_ONCE / (steps * COST[way])));
  let next = from;
  let done = 0;
  const end = from + seeds;

  const employ = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./seed-worker.ts', import.meta.url));
      const feed = (): void => {
        if (next >= end) return void worker.terminate().then(() => resolve());
        const batch = { from: next, to: Math.min(next + size, end), steps, way, counting } satisfies Batch;
        next = batch.to;
        worker.postMessage(batch);
      };
      worker.on('error', reject);
      worker.on('message', (result: BatchResult) => {
        done += result.done;
        failed.push(...result.failed);
        if (result.coverage !== null) addData(coverage, result.coverage);
        onProgress?.(done);
        feed();
      });
      feed();
    });

  await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), Math.ceil(seeds / size)) }, employ),
  );
  failed.sort((a, b) => a.seed - b.seed);
  const seconds = (performance.now() - startedAt) / 1000;
  return { passed: done - failed.length, failed, seconds, coverage };
}
