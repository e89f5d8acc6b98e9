import type { Random } from '../../../shared/kernel/random.ts';

/**
 * Returns the wait before the next try, ms: 3, 6, 12, 24 … seconds up to `capMs`, spread by ±20 % so that tills which failed
 * together do not try again together.
 *
 * @param tries failed tries so far, this one included.
 */
export function backoff(tries: number, random: Random, capMs = 30_000): number {
  const plain = Math.min(3_000 * 2 ** Math.max(0, tries - 1), capMs);
  return Math.round(plain * (0.8 + 0.4 * random.fraction()));
}
