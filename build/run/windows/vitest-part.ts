import { join } from 'node:path';
import { say } from '../say.ts';
import { readReport } from '../test-steps/report-file.ts';
import { vitestOutcome, type VitestReport } from '../test-steps/vitest-step.ts';
import type { Part } from './part.ts';

/** Tests that vitest runs on Windows: files or folders, with more variables of the environment. */
export function vitestPart(
  name: string,
  tests: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Part {
  return {
    name,
    async run(windows) {
      const report = `${name}.json`;
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const vitest = windows.node(['node_modules/vitest/vitest.mjs', 'run', ...tests, ...reporters], { env });
      const code = await vitest.exit;
      say(`${vitest.stdout()}\n${vitest.stderr()}`);
      const read = (await readReport(join(windows.project, report))) as VitestReport | undefined;
      return vitestOutcome(read, code ?? 1);
    },
  };
}
