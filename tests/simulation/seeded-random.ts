import type { Random } from '../../shared/kernel/random.ts';

/** Chance from one number, the same for ever (mulberry32, public domain, by Tommy Ettinger). */
export interface SeededRandom extends Random {
  chance(probability: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(choices: readonly T[]): T;
  /** A number that seeds another stream. */
  seed(): number;
  /** Another stream that does not disturb this one. */
  fork(): SeededRandom;
  /** Begins again from another number. */
  reseed(seed: number): void;
}

export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const fraction = (): number => next() / 2 ** 32;
  return {
    fraction,
    bytes: (length) => Uint8Array.from({ length }, () => next() & 255),
    chance: (probability) => probability > 0 && fraction() < probability,
    between: (low, high) => low + Math.floor(fraction() * (high - low + 1)),
    pick: (choices) => choices[Math.floor(fraction() * choices.length)]!,
    seed: next,
    fork: () => createSeededRandom(next()),
    reseed: (number) => void (state = number >>> 0),
  };
}
