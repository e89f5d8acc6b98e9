import { cp, mkdtemp, readdir, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoRoot } from '../run/repo-root.ts';

const FOLDERS_WITH_TSCONFIG = [
  '.',
  'shared',
  'main',
  'main/files',
  'main/core',
  'preload',
  'renderer',
  'tests',
  'build',
];

/** The configuration files of the linter and the compiler. */
const CONFIGURATION = [
  'package.json',
  'oxlint.config.ts',
  'build/lint/exceptions.ts',
  'build/lint/rule-set.ts',
  'build/lint/rules',
  'build/lint/walls',
];

/** The folders of fixtures: for the linter, for the compiler within a project, and for the compiler across projects. */
export type FixtureSet = 'lint' | 'types' | 'reach';

/**
 * Copies fixtures into another folder as if they were the project, with the unchanged configuration of the project. A rule that
 * fires there on `main/core/x.ts` fires on that path here.
 */
export async function layOutTree(fixtures: FixtureSet): Promise<string> {
  const tree = await mkdtemp(join(tmpdir(), `balcao-${fixtures}-`));
  await cp(join(repoRoot, 'build/lint/fixtures', fixtures), tree, { recursive: true });
  await symlink(join(repoRoot, 'node_modules'), join(tree, 'node_modules'));
  for (const file of [...CONFIGURATION, ...(await tsconfigs())]) {
    await cp(join(repoRoot, file), join(tree, file), { recursive: true });
  }
  return tree;
}

async function tsconfigs(): Promise<readonly string[]> {
  const listed = await Promise.all(
    FOLDERS_WITH_TSCONFIG.map(async (folder) =>
      (await readdir(join(repoRoot, folder)))
        .filter((name) => /^tsconfig\b.*\.json$/.test(name))
        .map((name) => join(folder, name)),
    ),
  );
  return listed.flat();
}
