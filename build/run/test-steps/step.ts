/** The result of a step: the number of passed tests, and a line for each other one. */
export type Outcome = {
  readonly passed: number;
  /** The tests that were not run. A name has the reason. */
  readonly notRun: readonly string[];
  /** The failed tests. */
  readonly failures: readonly string[];
};

export type Step = {
  readonly name: string;
  /** The steps that this one needs. If one of them fails, this one fails. */
  readonly needs?: readonly string[];
  run(): Promise<Outcome>;
};

export type StepReport = Outcome & { readonly name: string; readonly durationMs: number };

/** Creates a step with a single check, which fails if it throws. */
export function checkStep(name: string, check: () => Promise<void>, needs: readonly string[] = []): Step {
  return {
    name,
    needs,
    async run() {
      await check();
      return { passed: 1, notRun: [], failures: [] };
    },
  };
}
