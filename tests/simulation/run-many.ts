import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** `files`: on real files instead of memory. `every-instant`: each story once for every instant at which its till can die. */
export type Way = 'memory' | 'files' | 'every-instant';

export interface Batch {
  readonly from: number;
  readonly to: number;
  readonly steps: number;
  readonly way: Way;
}

export interface BatchResult {
  readonly done: number;
  readonly failed: readonly { readonly seed: number; readonly broken: readonly string[] }[];
}

export interface ManyOptions {
  readonly from: number;
  readonly seeds: number;
  readonly steps: number;
  readonly way?: Way;
  readonly onProgress?: (done: number) => void;
}

export interface ManyResult {
  readonly passed: number;
  readonly failed: BatchResult['failed'];
  readonly seconds: number;
}

/** Seeds that a worker takes at a time. */
const BATCH: Record<Way, number> = { memory: 50, files: 5, 'every-instant': 1 };

/** Runs seeds on every processor. A seed's outcome depends on nothing but the seed, so the order does not matter. */
export async function runMany({
  from,
  seeds,
  steps,
  way = 'memory',
  onProgress,
}: ManyOptions): Promise<ManyResult> {
  const startedAt = performance.now();
  const failed: BatchResult['failed'][number][] = [];
  let next = from;
  let done = 0;
  const end = from + seeds;

  const employ = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./seed-worker.ts', import.meta.url));
      const feed = (): void => {
        if (next >= end) return void worker.terminate().then(() => resolve());
        const batch = { from: next, to: Math.min(next + BATCH[way], end), steps, way } satisfies Batch;
        next = batch.to;
        worker.postMessage(batch);
      };
      worker.on('error', reject);
      worker.on('message', (result: BatchResult) => {
        done += result.done;
        failed.push(...result.failed);
        onProgress?.(done);
        feed();
      });
      feed();
    });

  await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), Math.ceil(seeds / BATCH[way])) }, employ),
  );
  failed.sort((a, b) => a.seed - b.seed);
  return { passed: done - failed.length, failed, seconds: (performance.now() - startedAt) / 1000 };
}
