import { CORE_MUTANTS } from './mutants/core-mutants.ts';
import { GATEWAY_MUTANTS } from './mutants/gateway-mutants.ts';
import { PAPER_MUTANTS } from './mutants/paper-mutants.ts';
import { runSeed } from './run-seed.ts';
import { hasPrinter } from './story/draw-setting.ts';

export const MUTANTS = [...GATEWAY_MUTANTS, ...CORE_MUTANTS, ...PAPER_MUTANTS];

export interface MutantResult {
  readonly name: string;
  /** The first seed that caught it, or null. */
  readonly seed: number | null;
  readonly broken: string;
}

/** Switches each deliberate bug on and looks for the first seed that catches it. */
export async function* runMutants(from: number, seeds: number, steps: number): AsyncGenerator<MutantResult> {
  for (const mutant of MUTANTS) {
    let found: MutantResult = { name: mutant.name, seed: null, broken: '' };
    const needsPrinter = PAPER_MUTANTS.includes(mutant);
    for (let seed = from; seed < from + seeds && found.seed === null; seed++) {
      if (needsPrinter && !hasPrinter(seed)) continue;
      const { broken } = await runSeed(seed, steps, { mutation: mutant });
      if (broken[0] !== undefined) found = { name: mutant.name, seed, broken: broken[0] };
    }
    yield found;
  }
}
