import type { Outcome } from '../test-steps/step.ts';
import type { Windows } from './bring-up.ts';

/** A part of what is run on Windows. */
export interface Part {
  readonly name: string;
  run(windows: Windows): Promise<Outcome>;
}

/** Counts what a part found out, one line for each. */
export function createFindings(): { claim(holds: boolean, what: string): void; outcome(): Outcome } {
  let passed = 0;
  const failures: string[] = [];
  return {
    claim(holds, what) {
      if (holds) passed += 1;
      else failures.push(what);
    },
    outcome: () => ({ passed, notRun: [], failures }),
  };
}
