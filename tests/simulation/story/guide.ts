import type { Coverage } from '../coverage/coverage.ts';
import type { SeededRandom } from '../../../build/run/seeded-random.ts';
import { drawStep } from './draw-step.ts';
import type { Glance } from './glance.ts';
import type { Setting, Step } from './story.ts';

/** Steps that are drawn for each that is taken. */
const CANDIDATES = 4;

/**
 * Chooses steps by what steps of their kind have brought to light: of a few drawn by chance it takes the one whose kind
 * led to most new combinations a time. A kind that was never tried comes first.
 */
export interface Guide {
  next(random: SeededRandom, glance: Glance, setting: Setting): Step;
}

export function createGuide(coverage: Coverage): Guide {
  const kinds = new Map<string, { taken: number; found: number }>();
  let last: { kind: string; met: number } | null = null;

  const worth = (kind: string): number => {
    const known = kinds.get(kind);
    return known === undefined ? Infinity : (known.found + 1) / (known.taken + 1);
  };

  const credit = (): void => {
    if (last === null) return;
    const known = kinds.get(last.kind) ?? { taken: 0, found: 0 };
    known.taken += 1;
    known.found += coverage.combinations.counts.size - last.met;
    kinds.set(last.kind, known);
  };

  return {
    next(random, glance, setting) {
      credit();
      const drawn = Array.from({ length: CANDIDATES }, () => drawStep(random, glance, setting));
      const best = drawn.reduce((one, other) =>
        worth(kindOf(glance, other)) > worth(kindOf(glance, one)) ? other : one,
      );
      last = { kind: kindOf(glance, best), met: coverage.combinations.counts.size };
      return best;
    },
  };
}

function kindOf({ current, others }: Glance, { acts, troubles }: Step): string {
  const deeds = acts.map((act) => (act.do === 'settle' ? `settle ${act.late} ${act.hanging}` : act.do));
  return [current ?? '-', Math.min(others, 2), deeds.join('+'), Object.keys(troubles ?? {}).join('+')].join(
    '|',
  );
}
