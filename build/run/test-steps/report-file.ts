import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { repoRoot } from '../repo-root.ts';

/** Where a test tool writes its JSON report. Removed first, so that an old report never stands for a new run. */
export async function freshReportFile(name: string): Promise<string> {
  const file = join(repoRoot, 'test-results', name);
  await mkdir(dirname(file), { recursive: true });
  await rm(file, { force: true });
  return file;
}

/** Reads a tool's JSON report; undefined if the tool ended without writing one. */
export async function readReport(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}
