import { runSeed, type SeedResult } from './run-seed.ts';
import type { WorldOptions } from './world.ts';

/** The same seed with as few of the cashier's glances as still break it: the shortest story of the fault. */
export async function shrink(
  seed: number,
  steps: number,
  options: WorldOptions = {},
): Promise<SeedResult & { steps: number }> {
  let low = 0;
  let high = steps;
  let worst = await runSeed(seed, steps, options);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const result = await runSeed(seed, middle, options);
    if (result.broken.length > 0) {
      high = middle;
      worst = result;
    } else low = middle;
  }
  return { ...worst, steps: high };
}
