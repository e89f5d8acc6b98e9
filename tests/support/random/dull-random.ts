import type { Random } from '../../../shared/kernel/random.ts';

/** Chance without surprise: every backoff has its plain length, and bytes count up, so that ids differ. */
export function createDullRandom(): Random {
  let count = 0;
  return {
    fraction: () => 0.5,
    bytes: (length) => Uint8Array.from({ length }, () => (count = (count + 7) % 256)),
  };
}
