import { basename } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { npmScript } from './npm-script.ts';
import { freshReportFile, readReport } from './report-file.ts';
import type { Outcome, Step } from './step.ts';

type Result = {
  readonly error?: { readonly message?: string };
  readonly errorLocation?: { readonly file: string; readonly line: number };
};
type Test = {
  readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
  readonly results: readonly Result[];
};
type Spec = { readonly title: string; readonly tests: readonly Test[] };
type Suite = { readonly title: string; readonly suites?: readonly Suite[]; readonly specs?: readonly Spec[] };

/** The used part of Playwright's JSON report. */
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

/** Counts a report. A test that passed only at its second try counts as failed. */
export function playwrightOutcome(report: PlaywrightReport | undefined, code: number): Outcome {
  const results = (report?.suites ?? []).flatMap((suite) => resultsOf(suite, []));
  const failures = results
    .filter(({ status }) => status === 'unexpected' || status === 'flaky')
    .map(({ name, why }) => `${name}${why}`);
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

function resultsOf(
  suite: Suite,
  above: readonly string[],
): { readonly name: string; readonly status: string; readonly why: string }[] {
  const path = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({
      name: [...path, spec.title].join(' › '),
      status: test.status,
      why: whyOf(test.results.find(({ error }) => error !== undefined)),
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((child) => resultsOf(child, path))];
}

/** Returns the place and the message of a failure on one line, because often only the summary of a run is kept. */
function whyOf(result: Result | undefined): string {
  if (result === undefined) return '';
  const { error, errorLocation: at } = result;
  const lines = stripVTControlCharacters(error?.message ?? 'no message').split('\n');
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  const place = at === undefined ? '' : ` at ${basename(at.file)}:${at.line}`;
  return `${place}: ${said.slice(0, 5).join(' | ')}`;
}
