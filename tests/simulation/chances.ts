import { createSeededRandom, type SeededRandom } from '../../build/run/seeded-random.ts';

/** Who draws chance in a world. Each has a stream of its own, so that one more draw by one changes nothing for the others. */
const STREAMS = [
  'till',
  'gateway',
  'network',
  'echo',
  'customer',
  'people',
  'printer',
  'paper',
  'disk',
] as const;

type Streams = Readonly<Record<(typeof STREAMS)[number], SeededRandom>>;

/**
 * The chance of a world. It begins anew with every step of the story, from the step's own number: a step that is left out
 * changes nothing in the chance of the others.
 */
export interface Chances extends Streams {
  begin(seed: number): void;
}

export function createChances(): Chances {
  const streams = Object.fromEntries(STREAMS.map((name) => [name, createSeededRandom(0)])) as Streams;
  return {
    ...streams,
    begin(seed) {
      STREAMS.forEach((name, index) => streams[name].reseed(Math.imul(seed ^ (index + 1), 0x9e3779b1)));
    },
  };
}
