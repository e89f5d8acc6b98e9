import { parseArgs } from 'node:util';
import { reportTable, totalLine } from './test-steps/report-table.ts';
import { say } from './say.ts';
import { PARTS } from './windows/parts.ts';
import { runParts } from './windows/run-parts.ts';

/**
 * npm run windows [-- --only PART …]: runs the committed state of this checkout with Node for Windows and the packages' binaries
 * for Windows, under Wine. The last line is the result, as of `npm test`.
 */
async function runOnWindows(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  const unknown = (values.only ?? []).filter((name) => !PARTS.some((part) => part.name === name));
  if (unknown.length > 0) {
    say(`No part ${unknown.join(', ')}. The parts: ${PARTS.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  const reports = await runParts(PARTS.filter(({ name }) => values.only?.includes(name) ?? true));
  if (!reports.ok) {
    say(`NOT RUN windows: ${reports.error}`);
    return 1;
  }
  const notRun = reports.value.flatMap((part) => part.notRun.map((name) => `NOT RUN ${part.name}: ${name}`));
  say(['', ...notRun, '', reportTable(reports.value), ''].join('\n'));
  process.stdout.write(`${totalLine(reports.value)}\n`);
  return reports.value.some(({ failures }) => failures.length > 0) ? 1 : 0;
}

process.exitCode = await runOnWindows();
