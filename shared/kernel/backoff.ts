import type { Random } from './random.ts';

/**
 * Milliseconds to wait after so many failures in a row (1 or more): one of `stepsMs` for each failure, the last one for all
 * that follow. Each wait is moved by up to a fifth either way, so that tills which failed together do not return together.
 */
export function backoff(failures: number, stepsMs: readonly [number, ...number[]], random: Random): number {
  const step = stepsMs[Math.min(failures, stepsMs.length) - 1] ?? stepsMs[0];
  return Math.round(step * (0.8 + 0.4 * random.fraction()));
}
