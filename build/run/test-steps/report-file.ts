import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { repoRoot } from '../repo-root.ts';

/** Returns the path of a tool's JSON report. Removes an old report first, so that it does not count for the new run. */
export async function freshReportFile(name: string): Promise<string> {
  const file = join(repoRoot, 'test-results', name);
  await mkdir(dirname(file), { recursive: true });
  await rm(file, { force: true });
  return file;
}

/** Reads a tool's JSON report. Undefined if the tool wrote none. */
export async function readReport(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}
