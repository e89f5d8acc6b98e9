import type { Random } from '../../shared/kernel/random.ts';

/** Chance from a seed, the same on every machine. Not for keys. */
export interface SeededRandom extends Random {
  chance(probability: number): boolean;
  /** Returns a whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(choices: readonly T[]): T;
  /** Returns a number that seeds another stream. */
  seed(): number;
  /** Returns another stream. Its use does not change this one. */
  fork(): SeededRandom;
  /** Begins again from another number. */
  reseed(seed: number): void;
}

/** Creates the stream of a number or of a text (mulberry32, by Tommy Ettinger, in the public domain). */
export function createSeededRandom(seed: number | string): SeededRandom {
  let state = typeof seed === 'number' ? seed >>> 0 : numberOf(seed);
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

function numberOf(text: string): number {
  let number = 0x9e3779b9;
  for (const char of text)
    number = Math.imul(number ^ (char.codePointAt(0) ?? 0), 0x85ebca6b) ^ (number >>> 13);
  return number >>> 0;
}
