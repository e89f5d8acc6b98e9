import { repoRoot } from '../repo-root.ts';
import { runShown } from '../run-shown.ts';

/** A tool that takes longer than this hangs, ms. */
const HANGS_MS = 1_800_000;

/** Runs a script of package.json with its output on the terminal. Returns its exit code. */
export function npmScript(name: string, args: readonly string[] = []): Promise<number> {
  const options = { cwd: repoRoot, timeoutMs: HANGS_MS };
  return runShown('npm', ['run', '--silent', name, '--', ...args], options);
}

/** Runs a script that must succeed. */
export async function mustPass(name: string): Promise<void> {
  const code = await npmScript(name);
  if (code !== 0) throw new Error(`npm run ${name} ended with code ${code}`);
}
