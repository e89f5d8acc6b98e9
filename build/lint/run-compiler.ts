import { join } from 'node:path';
import { repoRoot } from '../run/repo-root.ts';
import { runCommand } from '../run/run-command.ts';
import type { Finding } from './fixture.ts';

const compiler = join(repoRoot, 'node_modules/typescript/bin/tsc');
const ERROR = /^(?<file>[^\s(][^(\n]*)\(\d+,\d+\): error (?<rule>TS\d+): (?<message>.+)$/gm;

/** The compiler reports this beside TS6307 of the same import, if the file is outside the project's folder too. */
const OUTSIDE_ROOT = 'TS6059';

/** Compiles all projects of a folder with the configurations in it. */
export async function runCompiler(folder: string): Promise<readonly Finding[]> {
  const { stdout } = await runCommand(process.execPath, [compiler, '--build', '--pretty', 'false'], {
    cwd: folder,
  });
  const findings = [...stdout.matchAll(ERROR)].map(({ groups }) => ({
    file: groups?.['file'] ?? '',
    rule: groups?.['rule'] ?? '',
    message: groups?.['message'] ?? '',
  }));
  return findings.filter(({ rule }) => rule !== OUTSIDE_ROOT);
}
