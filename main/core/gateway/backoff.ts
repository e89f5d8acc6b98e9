import type { Random } from '../../../shared/kernel/random.ts';

/** Section 10, row 17. */
const STEPS_MS = [3_000, 6_000, 12_000, 30_000] as const;

const JITTER = 0.2;

/**
 * Milliseconds to wait after `failures` failures in a row (1 or more): 3, 6, 12 and then 30 seconds, each moved by up to a fifth
 * either way, so that the tills of a shop do not come back in step after a power cut.
 */
export function backoffMs(failures: number, random: Random): number {
  const step = STEPS_MS[Math.min(failures, STEPS_MS.length) - 1] ?? STEPS_MS[0];
  return Math.round(step * (1 + JITTER * (2 * random.fraction() - 1)));
}
