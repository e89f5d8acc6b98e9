import { runCommand } from '../run/run-command.ts';

/** Returns the shared libraries that Electron's executable needs and this Linux does not have, by file name. */
export async function missingLibraries(executablePath: string): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  const { stdout } = await runCommand('ldd', [executablePath]);
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map((match) => String(match[1]));
}
