import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A finding of a checker in one file. */
export interface Finding {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
}

/** A file with exactly one expected finding. Without a `breaks` line, with none. */
export interface Fixture {
  readonly file: string;
  readonly breaks: { readonly rule: string; readonly says: string } | null;
}

const HEADER = /^\/\/ breaks (?<rule>\S+)\n\/\/ says (?<says>.+)\n/;

/** Reads the expectations in the first two lines of each fixture. */
export async function readFixtures(folder: string): Promise<readonly Fixture[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
  return Promise.all(
    files.map(async (file) => {
      const { rule, says } = HEADER.exec(await readFile(join(folder, file), 'utf8'))?.groups ?? {};
      return { file, breaks: rule === undefined || says === undefined ? null : { rule, says } };
    }),
  );
}
