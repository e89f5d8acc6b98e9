/** What came of a step: how many tests passed, and a line for each other one. */
export type Outcome = {
  readonly passed: number;
  /** One name per test that was not run; a name says why. */
  readonly notRun: readonly string[];
  /** One name per failed test. */
  readonly failures: readonly string[];
};

export type Step = {
  readonly name: string;
  /** Steps without which this one cannot run; if one of them fails, this one fails by name. */
  readonly needs?: readonly string[];
  run(): Promise<Outcome>;
};

export type StepReport = Outcome & { readonly name: string; readonly durationMs: number };

/** The outcome of a step that is a single check: it holds or it throws. */
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
