import type { Mutation } from './mutants/mutation.ts';
import { runSeed, type SeedResult } from './run-seed.ts';

/** The same seed with as few of the cashier's glances as still break it: the shortest story of the fault. */
export async function shrink(
  seed: number,
  steps: number,
  mutation: Mutation | null = null,
): Promise<SeedResult & { steps: number }> {
  let low = 0;
  let high = steps;
  let worst = await runSeed(seed, steps, mutation);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const result = await runSeed(seed, middle, mutation);
    if (result.broken.length > 0) {
      high = middle;
      worst = result;
    } else low = middle;
  }
  return { ...worst, steps: high };
}
