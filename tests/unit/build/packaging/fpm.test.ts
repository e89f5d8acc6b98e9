import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { coreNode } from '../../../../build/electron/core-node.ts';
import { readFpmArguments } from '../../../../build/packaging/fpm/read-arguments.ts';
import { repoRoot } from '../../../../build/run/repo-root.ts';
import { mustRun } from '../../../../build/run/run-command.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balcao-unit-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** The arguments as the packager gives them (FpmTarget of app-builder-lib). */
function orderOf(file: string, ...more: readonly string[]): string[] {
  const words = [
    '--name',
    'balcao',
    '--maintainer',
    'A <a@b>',
    '--vendor',
    'A <a@b>',
    '--url',
    'https://a.invalid',
  ];
  const what = [
    '-s',
    'dir',
    '--force',
    '-t',
    'deb',
    '-d',
    'libnss3',
    '-d',
    'libgtk-3-0',
    '--deb-recommends',
    'cups-client',
  ];
  const about = [
    '--description',
    'Pix\n a till',
    '--version',
    '1.2.3',
    '--package',
    file,
    '--architecture',
    'amd64',
  ];
  return [...what, '--deb-compression', 'gzip', ...about, ...words, '--deb-priority', 'optional', ...more];
}

it('makes a package whose files belong to root, with the rights of installed files', async () => {
  const app = join(folder, 'app');
  await mkdir(app, { mode: 0o700 });
  await writeFile(join(app, 'balcao'), '#!/bin/sh\n', { mode: 0o700 });
  await writeFile(join(app, 'data'), 'x'.repeat(3000), { mode: 0o600 });
  const script = join(folder, 'after');
  await writeFile(script, '#!/bin/sh\n', { mode: 0o600 });
  const deb = join(folder, 'balcao.deb');
  const program = join(repoRoot, 'build', 'packaging', 'fpm', 'fpm.ts');
  await mustRun(coreNode(), [program, ...orderOf(deb, '--after-install', script, `${app}/=/opt/Balcão`)]);

  const fields = await mustRun('dpkg-deb', ['--field', deb]);
  expect(fields).toContain('Package: balcao\nVersion: 1.2.3\nArchitecture: amd64\nMaintainer: A <a@b>\n');
  expect(fields).toContain('Depends: libnss3, libgtk-3-0\nRecommends: cups-client\n');
  expect(fields).toContain('Homepage: https://a.invalid\nDescription: Pix\n a till\n');
  const files = (await mustRun('dpkg-deb', ['--contents', deb])).split('\n');
  const rights = (name: string) =>
    files
      .find((line) => line.endsWith(name))
      ?.split(/\s+/)
      .slice(0, 3);
  expect(rights('/balcao')).toEqual(['-rwxr-xr-x', 'root/root', '10']);
  expect(rights('/data')).toEqual(['-rw-r--r--', 'root/root', '3000']);
  expect(await mustRun('dpkg-deb', ['--info', deb, 'postinst'])).toBe('#!/bin/sh\n');
});

it('refuses what it does not know, so that a newer packager loses nothing', () => {
  expect(() => readFpmArguments(orderOf('x.deb', '--deb-systemd', 'unit'))).toThrow(
    '--deb-systemd is not known',
  );
  expect(() => readFpmArguments(['-s', 'dir', '-t', 'deb'])).toThrow('--package is missing');
});
