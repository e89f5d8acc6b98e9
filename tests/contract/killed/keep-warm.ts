import type { Launched } from '../../support/api/start-headless.ts';

/** Lives that load their code while an earlier one is at work: as many as this machine is likely to have processors. */
const AHEAD = 2;

/**
 * Returns what begins the next life, with the line that the program waits for. Others behind it have loaded by the time
 * they are wanted.
 */
export function keepWarm(warmUp: () => (told?: string) => Launched): (told?: string) => Launched {
  const warm = Array.from({ length: AHEAD }, warmUp);
  return (told) => {
    warm.push(warmUp());
    const begin = warm.shift();
    if (begin === undefined) throw new Error('no life is warm');
    return begin(told);
  };
}
