import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

export interface ManyOptions {
  readonly from: number;
  readonly seeds: number;
  readonly steps: number;
  readonly onProgress?: (done: number) => void;
}

export interface ManyResult {
  readonly passed: number;
  readonly failed: readonly number[];
  readonly seconds: number;
}

/** Seeds that a worker takes at a time. */
const BATCH = 50;

/** Runs seeds on every processor. A seed's outcome depends on nothing but the seed, so the order does not matter. */
export async function runMany({ from, seeds, steps, onProgress }: ManyOptions): Promise<ManyResult> {
  const startedAt = performance.now();
  const failed: number[] = [];
  let next = from;
  let done = 0;
  const end = from + seeds;

  const employ = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./seed-worker.ts', import.meta.url));
      const feed = (): void => {
        if (next >= end) return void worker.terminate().then(() => resolve());
        const batch = { from: next, to: Math.min(next + BATCH, end), steps };
        next = batch.to;
        worker.postMessage(batch);
      };
      worker.on('error', reject);
      worker.on('message', (result: { done: number; failed: number[] }) => {
        done += result.done;
        failed.push(...result.failed);
        onProgress?.(done);
        feed();
      });
      feed();
    });

  await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), Math.ceil(seeds / BATCH)) }, employ),
  );
  failed.sort((a, b) => a - b);
  return { passed: done - failed.length, failed, seconds: (performance.now() - startedAt) / 1000 };
}
