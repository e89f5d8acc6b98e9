import { randomBytes, randomInt } from 'node:crypto';
import type { Random } from '../../../shared/kernel/random.ts';
import { epochMs } from '../../../shared/kernel/time.ts';

export { systemClock } from '../threads/system-clock.ts';

/** When this process started, epoch ms. */
export const processStartedAt = epochMs(Math.floor(performance.timeOrigin));

/** The machine's own chance: all of it is fit for keys and ids. */
export const systemRandom: Random = {
  fraction: () => randomInt(2 ** 47) / 2 ** 47,
  bytes: (length) => randomBytes(length),
};
