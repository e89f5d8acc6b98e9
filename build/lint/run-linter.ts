import { join } from 'node:path';
import { z } from 'zod';
import { repoRoot } from '../run/repo-root.ts';
import { runCommand } from '../run/run-command.ts';
import type { Finding } from './fixture.ts';

const Report = z.object({
  diagnostics: z.array(z.object({ code: z.string().optional(), filename: z.string(), message: z.string() })),
});

const linter = join(repoRoot, 'node_modules/oxlint/bin/oxlint');

/** Lints a folder with the configuration in it. */
export async function runLinter(folder: string): Promise<readonly Finding[]> {
  const { stdout } = await runCommand(process.execPath, [linter, '--format=json'], { cwd: folder });
  return Report.parse(JSON.parse(stdout)).diagnostics.map(({ code, filename, message }) => ({
    file: filename,
    rule: ruleName(code),
    message,
  }));
}

/**
 * Returns the rule's name as in the configuration: `eslint(no-empty)` is `no-empty`, `import(no-cycle)` is `import/no-cycle`.
 */
function ruleName(code: string | undefined): string {
  if (code === undefined) return 'oxlint/unused-directive';
  return code.replace(/^(.+)\((.+)\)$/, (_, plugin: string, rule: string) =>
    plugin === 'eslint' ? rule : `${plugin}/${rule}`,
  );
}
