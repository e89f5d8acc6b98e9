import type { Launched } from '../../support/api/start-headless.ts';

/** Lives that load their code while an earlier one is at work: as many as this machine is likely to have processors. */
const AHEAD = 2;

/** Gives the next life at each call, with others behind it that have loaded by the time they are wanted. */
export function keepWarm(warmUp: () => () => Launched): () => Launched {
  const warm = Array.from({ length: AHEAD }, warmUp);
  return () => {
    warm.push(warmUp());
    const begin = warm.shift();
    if (begin === undefined) throw new Error('no life is warm');
    return begin();
  };
}
