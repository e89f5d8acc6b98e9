import { describe, expect, it } from 'vitest';
import { playwrightOutcome } from '../../../build/run/test-steps/playwright-step.ts';
import { reportTable, totalLine } from '../../../build/run/test-steps/report-table.ts';
import { runSteps } from '../../../build/run/test-steps/run-steps.ts';
import { checkStep } from '../../../build/run/test-steps/step.ts';
import { vitestOutcome } from '../../../build/run/test-steps/vitest-step.ts';

const silent = () => undefined;
const passing = checkStep('a', () => Promise.resolve());
const failing = checkStep('b', () => Promise.reject(new Error('no')));

describe('runSteps', () => {
  it('goes on after a failure, and fails by name what could not run', async () => {
    const dependent = checkStep('c', () => Promise.resolve(), ['a', 'b']);
    const reports = await runSteps([passing, failing, dependent], silent);
    expect(reports.map((report) => report.failures)).toEqual([[], ['no'], ['not run, because of: b']]);
    expect(totalLine(reports)).toBe('1 passed, 2 failed');
  });

  it('counts a step whose need was never asked for as failed', async () => {
    const reports = await runSteps([checkStep('c', () => Promise.resolve(), ['typo'])], silent);
    expect(reports[0]?.failures).toEqual(['not run, because of: typo']);
  });

  it('gives a line for each step in the table', async () => {
    const lines = reportTable(await runSteps([passing, failing], silent)).split('\n');
    expect(lines.map((line) => line.split(/ +/).slice(0, -1).join(' '))).toEqual([
      'step passed failed not run',
      'a 1 0 0',
      'b 0 1 0',
    ]);
  });
});

describe('vitestOutcome', () => {
  const report = {
    numPassedTests: 3,
    testResults: [
      {
        name: '/x/a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'failed', fullName: 'a fails' },
          { status: 'skipped', fullName: 'a needs a printer (not run: there is none)' },
          { status: 'todo', fullName: 'a is still to be written' },
        ],
      },
      { name: '/x/b.test.ts', status: 'failed', assertionResults: [] },
    ],
  };

  it('names failed tests and files that did not load', () => {
    const outcome = vitestOutcome(report, 1);
    expect(outcome).toMatchObject({
      passed: 3,
      notRun: ['a needs a printer (not run: there is none)', 'a is still to be written'],
    });
    expect(outcome.failures).toHaveLength(2);
    expect(outcome.failures[1]).toMatch(/b\.test\.ts could not be run$/);
  });

  it.each([
    ['a bad exit code without a failed test', { ...report, testResults: [] }, 1],
    ['a missing report', undefined, 0],
  ])('takes %s for a failure', (_, given, code) => {
    expect(vitestOutcome(given, code).failures).toHaveLength(1);
  });
});

describe('playwrightOutcome', () => {
  const wrong = {
    error: { message: 'Error: \u001b[31mnot 3\u001b[39m\n\n  Received: 4' },
    errorLocation: { file: '/x/sale.spec.ts', line: 12 },
  };
  const spec = (title: string, status: 'expected' | 'unexpected' | 'flaky' | 'skipped') => ({
    title,
    tests: [{ status, results: status === 'unexpected' ? [wrong] : [{}] }],
  });
  const suites = [
    {
      title: 'sale.spec.ts',
      specs: [spec('works', 'expected'), spec('is left out', 'skipped')],
      suites: [{ title: 'cancel', specs: [spec('fails', 'unexpected'), spec('wavers', 'flaky')] }],
    },
  ];

  it('counts nested suites, and a test that passed at its second try as failed', () => {
    expect(playwrightOutcome({ suites, errors: [] }, 1)).toEqual({
      passed: 1,
      notRun: ['sale.spec.ts › is left out'],
      failures: [
        'sale.spec.ts › cancel › fails at sale.spec.ts:12: Error: not 3 | Received: 4',
        'sale.spec.ts › cancel › wavers',
      ],
    });
  });

  it('counts errors outside of any test, and a missing report', () => {
    expect(playwrightOutcome({ suites: [], errors: [{ message: 'setup broke' }] }, 1).failures).toEqual([
      'setup broke',
    ]);
    expect(playwrightOutcome(undefined, 1).failures).toHaveLength(1);
  });
});
