import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { repoRoot } from '../run/repo-root.ts';
import { readFixtures, type Finding, type Fixture } from './fixture.ts';
import { layOutTree, type FixtureSet } from './lay-out-tree.ts';

export interface Checked {
  readonly fixture: Fixture;
  readonly findings: readonly Omit<Finding, 'file'>[];
}

export const fixturesOf = (set: FixtureSet): Promise<readonly Fixture[]> =>
  readFixtures(join(repoRoot, 'build/lint/fixtures', set));

/** Runs a checker once over a whole set of fixtures. `elsewhere` is what it found in no fixture. */
export async function checkFixtures(
  set: FixtureSet,
  check: (folder: string) => Promise<readonly Finding[]>,
): Promise<{ readonly checked: readonly Checked[]; readonly elsewhere: readonly Finding[] }> {
  const tree = await layOutTree(set);
  try {
    const [fixtures, found] = await Promise.all([fixturesOf(set), check(tree)]);
    const files = new Set(fixtures.map(({ file }) => file));
    return {
      checked: fixtures.map((fixture) => ({
        fixture,
        findings: found
          .filter(({ file }) => file === fixture.file)
          .map(({ rule, message }) => ({ rule, message })),
      })),
      elsewhere: found.filter(({ file }) => !files.has(file)),
    };
  } finally {
    await rm(tree, { recursive: true });
  }
}
