import { backoff } from '../../../shared/kernel/backoff.ts';
import type { Random } from '../../../shared/kernel/random.ts';

/** Each wait is twice as long as the one before, ms. */
const FIRST = 3_000;
const DOUBLED = [6_000, 12_000, 24_000, 48_000, 96_000, 192_000, 384_000, 768_000];

/** Milliseconds until a job is tried again that was tried `tries` times: 3, 6, 12, 24 … seconds, `capMs` at most. */
export function retryDelay(tries: number, random: Random, capMs = 30_000): number {
  return backoff(tries, [Math.min(FIRST, capMs), ...DOUBLED.map((step) => Math.min(step, capMs))], random);
}
