import { say } from '../say.ts';
import type { Outcome, Step, StepReport } from './step.ts';

/** Runs steps one after the other. A failed step does not stop the others, and a step that is not run is reported. */
export async function runSteps(
  steps: readonly Step[],
  print: (line: string) => void = say,
): Promise<StepReport[]> {
  const reports: StepReport[] = [];
  for (const step of steps) {
    print(`\n=== ${step.name} ===`);
    const startMs = performance.now();
    const missing = (step.needs ?? []).filter(
      (name) => !reports.some((one) => one.name === name && isGreen(one)),
    );
    const outcome =
      missing.length > 0 ? failed(`not run, because of: ${missing.join(', ')}`) : await attempt(step);
    for (const failure of outcome.failures) print(`FAILED ${step.name}: ${failure}`);
    reports.push({ ...outcome, name: step.name, durationMs: performance.now() - startMs });
  }
  return reports;
}

function isGreen(report: StepReport): boolean {
  return report.failures.length === 0;
}

async function attempt(step: Step): Promise<Outcome> {
  try {
    return await step.run();
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

function failed(reason: string): Outcome {
  return { passed: 0, notRun: [], failures: [reason] };
}
