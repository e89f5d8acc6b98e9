import { CORE_MUTANTS } from './mutants/core-mutants.ts';
import { GATEWAY_MUTANTS } from './mutants/gateway-mutants.ts';
import { LONG_MUTANTS } from './mutants/long-mutants.ts';
import type { Mutation } from './mutants/mutation.ts';
import { PAPER_MUTANTS } from './mutants/paper-mutants.ts';
import {
  PERMISSION_MUTANTS,
  playWithoutNeeds,
  type PermissionMutation,
} from './mutants/permission-mutants.ts';
import { runSeed } from './run-seed.ts';
import { hasPrinter } from './story/draw-setting.ts';

/** Every deliberate bug. */
export const MUTANTS: readonly (Mutation | PermissionMutation)[] = [
  ...GATEWAY_MUTANTS,
  ...CORE_MUTANTS,
  ...PAPER_MUTANTS,
  ...LONG_MUTANTS,
  ...PERMISSION_MUTANTS,
];

/** Steps of the stories that look for a mutant: most show in a few minutes, some only in hours. */
const STEPS = 40;
const LONG_STEPS = 1_000;

/** Whether a deliberate bug was caught. */
export interface MutantResult {
  readonly name: string;
  /** The first seed that caught it, or `calls`. Null if nothing caught it. */
  readonly caughtBy: string | null;
  /** What broke there. */
  readonly broken: string;
}

/** Switches each deliberate bug on and looks for what catches it. `steps` null: stories as long as the mutant needs. */
export async function* runMutants(
  from: number,
  seeds: number,
  steps: number | null,
  mutants: readonly (typeof MUTANTS)[number][] = MUTANTS,
): AsyncGenerator<MutantResult> {
  for (const mutant of mutants)
    yield 'forgets' in mutant ? await playCalls(mutant) : await playStories(mutant, from, seeds, steps);
}

async function playCalls({ name, forgets }: PermissionMutation): Promise<MutantResult> {
  const broken = await playWithoutNeeds(forgets);
  return { name, caughtBy: broken === null ? null : 'calls', broken: broken ?? '' };
}

async function playStories(
  mutant: Mutation,
  from: number,
  seeds: number,
  steps: number | null,
): Promise<MutantResult> {
  const length = steps ?? (LONG_MUTANTS.includes(mutant) ? LONG_STEPS : STEPS);
  const needsPrinter = PAPER_MUTANTS.includes(mutant);
  for (const seed of seedsToTry(from, seeds, mutant.tryFirst)) {
    if (needsPrinter && !hasPrinter(seed)) continue;
    const { broken } = await runSeed(seed, length, { mutation: mutant });
    const [shown] = broken.filter((each) => each.startsWith(mutant.breaks ?? ''));
    if (shown === undefined) continue;
    // A story that breaks without the mutant shows a fault of the product, and nothing about the mutant.
    if ((await runSeed(seed, length)).broken.length > 0) continue;
    return { name: mutant.name, caughtBy: `seed ${seed}`, broken: shown };
  }
  return { name: mutant.name, caughtBy: null, broken: '' };
}

function* seedsToTry(from: number, seeds: number, first: number | undefined): Generator<number> {
  const isInRange = first !== undefined && first >= from && first < from + seeds;
  if (isInRange) yield first;
  for (let seed = from; seed < from + seeds; seed++) if (!isInRange || seed !== first) yield seed;
}
