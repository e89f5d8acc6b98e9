import { resolveElectron } from '../electron/resolve-electron.ts';
import { buildIfChanged } from './build-if-changed.ts';
import { say } from './say.ts';
import { ensureSystemPackages } from './system-packages.ts';
import { mustPass } from './test-steps/npm-script.ts';
import { printerRigsStep } from './test-steps/printer-rigs-step.ts';
import { playwrightStep } from './test-steps/playwright-step.ts';
import { reportTable, totalLine } from './test-steps/report-table.ts';
import { runSteps } from './test-steps/run-steps.ts';
import { checkStep } from './test-steps/step.ts';
import { vitestStep } from './test-steps/vitest-step.ts';
import { windowsStep } from './test-steps/windows-step.ts';

/** npm test: runs every check, counts the tests, and prints the total on the last line. */
const reports = await runSteps([
  checkStep('system packages', ensureSystemPackages),
  printerRigsStep,
  checkStep('electron', async () => void (await resolveElectron())),
  checkStep('typecheck', () => mustPass('typecheck')),
  checkStep('lint', () => mustPass('lint')),
  checkStep('format', () => mustPass('format:check')),
  checkStep('knip', () => mustPass('knip')),
  checkStep('build', buildIfChanged),
  vitestStep,
  windowsStep,
  playwrightStep(['system packages', 'electron', 'build']),
]);

const failures = reports.flatMap((report) =>
  report.failures.map((failure) => `FAILED ${report.name}: ${failure}`),
);
const notRun = reports.flatMap((report) => report.notRun.map((name) => `NOT RUN ${report.name}: ${name}`));
say(['', ...notRun, ...failures, '', reportTable(reports), ''].join('\n'));
process.stdout.write(`${totalLine(reports)}\n`);
process.exitCode = reports.some((report) => report.failures.length > 0) ? 1 : 0;
