import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a checker found in one file. */
export interface Finding {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
}

/** A file that shall be complained about exactly once, or, with no `breaks` line, not at all. */
export interface Fixture {
  readonly file: string;
  readonly breaks: { readonly rule: string; readonly says: string } | null;
}

const HEADER = /^\/\/ breaks (?<rule>\S+)\n\/\/ says (?<says>.+)\n/;

/** Reads what each fixture says of itself in its first two lines. */
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
