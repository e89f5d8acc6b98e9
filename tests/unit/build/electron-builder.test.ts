import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import type { Configuration } from 'electron-builder';
import { expect, it } from 'vitest';
import { newerFuses } from '../../../build/packaging/newer-fuses.ts';
import { repoRoot } from '../../../build/run/repo-root.ts';

const config = readConfig();
const fuseNames = Object.values(FuseV1Options).filter((value) => typeof value === 'string');

it('decides every fuse that Electron has', () => {
  const inFile = Object.entries(config.electronFuses ?? {})
    .filter(([, value]) => typeof value === 'boolean')
    .map(([name]) => capitalized(name));
  const inCode = Object.entries(newerFuses)
    .filter(([, value]) => typeof value === 'boolean')
    .map(([fuse]) => FuseV1Options[Number(fuse)]);
  expect(new Set([...inFile, ...inCode])).toEqual(new Set(fuseNames));
  expect(inFile.length + inCode.length).toBe(fuseNames.length);
});

it('closes every way to run foreign code in the packed app', () => {
  expect(config.electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    enableCookieEncryption: true,
  });
  expect(config.asar).not.toBe(false);
});

it('takes the built app and nothing else of the repository', () => {
  const [built, ...others] = config.files as [unknown, ...string[]];
  // The build of an installed till, never the developer's.
  expect(built).toEqual({ from: 'out-installed', to: 'out', filter: ['{main,preload,renderer}/**'] });
  const taken = (rules: readonly string[]) => rules.filter((rule) => !rule.startsWith('!'));
  expect(taken(others)).toEqual(['package.json']);
  // To a list that only leaves files out the packager adds all files of the project.
  for (const system of [config.linux, config.win, config.mac])
    expect(taken(system?.files as string[])).toEqual(['package.json']);
});

it('makes only packages whose files belong to the administrator', () => {
  expect(config.linux?.target).toEqual(['deb']);
  expect(config.nsis?.perMachine).toBe(true);
});

it('puts the core beside the archive, nothing of main, and compiles nothing', () => {
  expect(config.asarUnpack).toEqual(['out-installed/main/core/**', 'node_modules/**']);
  expect(config.npmRebuild).toBe(false);
  expect(fileRules()).toContain('!node_modules/better-sqlite3/{deps,src,binding.gyp}');
});

it.each([
  ['linux', 'linux-x64'],
  ['win', 'win32-x64'],
  ['mac', 'darwin-arm64'],
] as const)('brings the native files of %s, and leaves out those of other systems', (key, target) => {
  const [platform] = target.split('-');
  const rules = ((config[key]?.files ?? []) as unknown[]).map(String);
  expect(rules).toContain(`!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node`);
  const wanted = key === 'mac' ? 'darwin-*' : `${platform}-\${arch}`;
  expect(rules).toContain(`!node_modules/@serialport/bindings-cpp/prebuilds/!(${wanted})/**`);
  const packages = join(repoRoot, 'node_modules');
  const serial = key === 'mac' ? 'darwin-x64+arm64' : target;
  expect(existsSync(join(packages, 'better-sqlite3', 'prebuilds', `${target}.node`))).toBe(true);
  expect(existsSync(join(packages, '@serialport', 'bindings-cpp', 'prebuilds', serial))).toBe(true);
});

it('never goes by the system that packs', () => {
  expect(fileRules().filter((rule) => rule.includes('${platform}'))).toEqual([]);
});

it('ships the rule that lets the cashier use a printer', () => {
  const [rule] = (config.linux?.extraResources ?? []) as readonly { from: string }[];
  const text = readFileSync(join(repoRoot, String(rule?.from)), 'utf8');
  expect(text.split('\n').filter((line) => line.includes('uaccess'))).toHaveLength(6);
});

it('names hooks that are there', () => {
  expect(existsSync(join(repoRoot, String(config.afterPack)))).toBe(true);
});

function fileRules(): string[] {
  return (config.files as unknown[]).map(String);
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Reads the file with the YAML parser of the packager itself. */
function readConfig(): Configuration {
  const packager = createRequire(import.meta.url).resolve('electron-builder');
  const library = createRequire(packager).resolve('app-builder-lib');
  const { load } = createRequire(library)('js-yaml') as { load(text: string): unknown };
  return load(readFileSync(join(repoRoot, 'electron-builder.yml'), 'utf8')) as Configuration;
}
