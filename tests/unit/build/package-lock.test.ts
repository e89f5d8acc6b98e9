import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isFetched, withoutIntegrity, type LockFile } from '../../../build/run/lock/lock-file.ts';
import { addMissingPlatforms } from '../../../build/run/lock/missing-platforms.ts';
import { repoRoot } from '../../../build/run/repo-root.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(join(repoRoot, file), 'utf8'));
const lock = read('package-lock.json') as LockFile;
const { allowScripts, engines } = read('package.json') as {
  allowScripts: Record<string, boolean>;
  engines: { node: string };
};

describe('package-lock.json', () => {
  it('has the SHA-512 of every package that npm fetches', () => {
    expect(Object.entries(lock.packages).filter((each) => isFetched(...each)).length).toBeGreaterThan(800);
    expect(withoutIntegrity(lock)).toEqual([]);
  });

  it('has the packages of every platform, so that `npm ci` works on each', () => {
    expect(addMissingPlatforms(structuredClone(lock))).toEqual([]);
  });

  it('lets no package run a script when it is installed', () => {
    expect(Object.values(allowScripts)).not.toContain(true);
    const named = Object.entries(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(Object.keys(allowScripts)).toEqual(expect.arrayContaining(named));
  });

  it('has the Node of the tools with its hash, for each system that has one', () => {
    const tools = read('build/node/package.json') as { version: string; optionalDependencies: object };
    expect(engines.node).toBeDefined();
    for (const [name, version] of Object.entries(tools.optionalDependencies)) {
      expect(version).toBe(tools.version);
      expect(lock.packages[`node_modules/${name}`]).toMatchObject({ version, dev: true, optional: true });
    }
  });
});

describe('a gap', () => {
  const gap = (entry: object): string[] =>
    withoutIntegrity({ packages: { '': {}, 'node_modules/a': entry } });

  it.each([
    ['no hash', { version: '1.0.0' }],
    ['a weak hash', { version: '1.0.0', integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
    ['an empty hash', { version: '1.0.0', integrity: '' }],
  ])('is found: %s', (_what, entry) => {
    expect(gap(entry)).toEqual(['node_modules/a']);
  });

  it('is not a folder of the project', () => {
    expect(gap({ resolved: 'build/node', link: true })).toEqual([]);
  });
});
