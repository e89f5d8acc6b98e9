import { CORE_MUTANTS } from './mutants/core-mutants.ts';
import { GATEWAY_MUTANTS } from './mutants/gateway-mutants.ts';
import { LONG_MUTANTS } from './mutants/long-mutants.ts';
import { PAPER_MUTANTS } from './mutants/paper-mutants.ts';
import { runSeed } from './run-seed.ts';
import { hasPrinter } from './story/draw-setting.ts';

export const MUTANTS = [...GATEWAY_MUTANTS, ...CORE_MUTANTS, ...PAPER_MUTANTS, ...LONG_MUTANTS];

/** Steps of the stories that look for a mutant: most show in a few minutes, some only in hours. */
const STEPS = 40;
const LONG_STEPS = 1_000;

export interface MutantResult {
  readonly name: string;
  /** The first seed that caught it, or null. */
  readonly seed: number | null;
  readonly steps: number;
  readonly broken: string;
}

/** Switches each deliberate bug on and looks for the first seed that catches it. `steps` null: as long as it needs. */
export async function* runMutants(
  from: number,
  seeds: number,
  steps: number | null,
  mutants: readonly (typeof MUTANTS)[number][] = MUTANTS,
): AsyncGenerator<MutantResult> {
  for (const mutant of mutants) {
    const length = steps ?? (LONG_MUTANTS.includes(mutant) ? LONG_STEPS : STEPS);
    let found: MutantResult = { name: mutant.name, seed: null, steps: length, broken: '' };
    const needsPrinter = PAPER_MUTANTS.includes(mutant);
    for (const seed of seedsToTry(from, seeds, mutant.tryFirst)) {
      if (needsPrinter && !hasPrinter(seed)) continue;
      const { broken } = await runSeed(seed, length, { mutation: mutant });
      if (broken[0] === undefined) continue;
      found = { ...found, seed, broken: broken[0] };
      break;
    }
    yield found;
  }
}

function* seedsToTry(from: number, seeds: number, first: number | undefined): Generator<number> {
  const isInRange = first !== undefined && first >= from && first < from + seeds;
  if (isInRange) yield first;
  for (let seed = from; seed < from + seeds; seed++) if (!isInRange || seed !== first) yield seed;
}
