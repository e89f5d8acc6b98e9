import { relative } from 'node:path';
import { repoRoot } from '../repo-root.ts';
import { npmScript } from './npm-script.ts';
import { freshReportFile, readReport } from './report-file.ts';
import type { Outcome, Step } from './step.ts';

/** The used part of vitest's JSON report, which follows Jest's. */
export type VitestReport = {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
};

/** All tests that run in plain Node: domain, ledger, contract, simulation. */
export const vitestStep: Step = {
  name: 'vitest',
  async run() {
    const file = await freshReportFile('vitest.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const code = await npmScript('test:unit', reporters);
    return vitestOutcome((await readReport(file)) as VitestReport | undefined, code);
  },
};

/** The states of a test that was not run. */
const LEFT_OUT: ReadonlySet<string> = new Set(['skipped', 'pending', 'todo', 'disabled']);

/** Counts a report. A bad exit code without a failed test is a failure too (an unhandled rejection, a crash). */
export function vitestOutcome(report: VitestReport | undefined, code: number): Outcome {
  const failures: string[] = [];
  const notRun: string[] = [];
  for (const file of report?.testResults ?? []) {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    failures.push(...failed.map((test) => test.fullName));
    const left = file.assertionResults.filter((test) => LEFT_OUT.has(test.status));
    notRun.push(...left.map((test) => test.fullName));
    // A file that cannot be loaded has no tests.
    const isBroken = file.status === 'failed' && failed.length === 0;
    if (isBroken) failures.push(`${relative(repoRoot, file.name)} could not be run`);
  }
  if (report === undefined) failures.push(`no report; vitest ended with code ${code}`);
  else if (code !== 0 && failures.length === 0) failures.push(`vitest ended with code ${code}`);
  return { passed: report?.numPassedTests ?? 0, notRun, failures };
}
