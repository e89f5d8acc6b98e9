import { ok, type Result } from '../../../shared/kernel/result.ts';
import { runSteps } from '../test-steps/run-steps.ts';
import type { StepReport } from '../test-steps/step.ts';
import { bringUp } from './bring-up.ts';
import type { Part } from './part.ts';

/** Brings up Windows, runs the parts in it, and takes it down. The error is the reason why this machine cannot. */
export async function runParts(parts: readonly Part[]): Promise<Result<readonly StepReport[], string>> {
  const windows = await bringUp();
  if (!windows.ok) return windows;
  try {
    const steps = parts.map((part) => ({ name: part.name, run: () => part.run(windows.value) }));
    return ok(await runSteps(steps));
  } finally {
    await windows.value.close();
  }
}
