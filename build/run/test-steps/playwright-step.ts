import { npmScript } from './npm-script.ts';
import { freshReportFile, readReport } from './report-file.ts';
import type { Outcome, Step } from './step.ts';

type Spec = {
  readonly title: string;
  readonly tests: readonly { readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped' }[];
};
type Suite = { readonly title: string; readonly suites?: readonly Suite[]; readonly specs?: readonly Spec[] };

/** The part of Playwright's JSON report that is read here. */
export type PlaywrightReport = {
  readonly suites: readonly Suite[];
  readonly errors: readonly { readonly message?: string }[];
};

/** All tests that run in real Electron on two monitors. */
export function playwrightStep(needs: readonly string[]): Step {
  return {
    name: 'playwright',
    needs,
    async run() {
      // playwright.config.ts names this file.
      const file = await freshReportFile('playwright.json');
      const code = await npmScript('test:e2e');
      return playwrightOutcome((await readReport(file)) as PlaywrightReport | undefined, code);
    },
  };
}

/** Counts a report. A test that passed only at a second try counts as failed: money is not handled by luck. */
export function playwrightOutcome(report: PlaywrightReport | undefined, code: number): Outcome {
  const results = (report?.suites ?? []).flatMap((suite) => resultsOf(suite, []));
  const failures = results
    .filter(({ status }) => status === 'unexpected' || status === 'flaky')
    .map((one) => one.name);
  for (const error of report?.errors ?? [])
    failures.push(String(error.message ?? 'error outside of any test'));
  if (report === undefined) failures.push(`no report; playwright ended with code ${code}`);
  else if (code !== 0 && failures.length === 0) failures.push(`playwright ended with code ${code}`);
  return {
    passed: results.filter(({ status }) => status === 'expected').length,
    notRun: results.filter(({ status }) => status === 'skipped').map(({ name }) => name),
    failures,
  };
}

function resultsOf(suite: Suite, above: readonly string[]): { name: string; status: string }[] {
  const path = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status }) => ({ name: [...path, spec.title].join(' › '), status })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((child) => resultsOf(child, path))];
}
