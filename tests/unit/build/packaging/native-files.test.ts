import { copyFile, mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { coreNode } from '../../../../build/electron/core-node.ts';
import { checkNativeFiles } from '../../../../build/packaging/check-native-files.ts';
import { HEAD_BYTES, nativeFile } from '../../../../build/packaging/native-file.ts';
import { repoRoot } from '../../../../build/run/repo-root.ts';

/** The native files of the packages that the app loads, as npm brings them: those of every system. */
const sqlite = (name: string): string =>
  join(repoRoot, 'node_modules/better-sqlite3/prebuilds', `${name}.node`);
const serial = (name: string): string =>
  join(repoRoot, 'node_modules/@serialport/bindings-cpp/prebuilds', name);

async function read(path: string) {
  await using file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return nativeFile(buffer.subarray(0, bytesRead));
}

describe('the head of a native file', () => {
  it.each([
    [sqlite('linux-x64'), 'linux', ['x64']],
    [sqlite('linux-arm64'), 'linux', ['arm64']],
    [sqlite('win32-x64'), 'win32', ['x64']],
    [sqlite('win32-arm64'), 'win32', ['arm64']],
    [sqlite('darwin-x64'), 'darwin', ['x64']],
    [sqlite('darwin-arm64'), 'darwin', ['arm64']],
    [serial('linux-arm/@serialport+bindings-cpp.armv7.glibc.node'), 'linux', ['arm']],
    [serial('win32-ia32/@serialport+bindings-cpp.node'), 'win32', ['ia32']],
    [serial('darwin-x64+arm64/@serialport+bindings-cpp.node'), 'darwin', ['x64', 'arm64']],
    [coreNode(), process.platform, [process.arch]],
  ])('%s', async (path, platform, archs) => {
    expect(await read(path)).toEqual({ platform, archs });
  });

  it('is not in other files', async () => {
    expect(await read(join(repoRoot, 'package.json'))).toBeNull();
    expect(nativeFile(Buffer.alloc(0))).toBeNull();
    expect(nativeFile(Buffer.from('MZ is also the beginning of a text'.padEnd(100)))).toBeNull();
    // A class file of Java 8.
    expect(nativeFile(Buffer.concat([Buffer.from('cafebabe00000034', 'hex'), Buffer.alloc(100)]))).toBeNull();
  });
});

describe('a packed app', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'balcao-unit-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function put(source: string, ...names: readonly string[]): Promise<void> {
    for (const name of names) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await copyFile(source, path);
    }
  }

  const PACKAGES = [
    'node_modules/@serialport/bindings-cpp/prebuilds/any.node',
    'node_modules/@koromix/koffi-any/koffi.node',
    'node_modules/@node-usb/usb-any/usb.node',
  ];
  const SQLITE = 'node_modules/better-sqlite3/prebuilds/any.node';
  const windows = { platform: 'win32', arch: 'x64' } as const;

  it('of one system passes', async () => {
    await put(sqlite('win32-x64'), SQLITE, ...PACKAGES);
    await writeFile(join(folder, 'readme.txt'), 'MZ');
    await checkNativeFiles(folder, windows);
    await expect(checkNativeFiles(folder, { ...windows, arch: 'arm64' })).rejects.toThrow('win32-x64');
  });

  it('of macOS may have files for both processors', async () => {
    await put(serial('darwin-x64+arm64/@serialport+bindings-cpp.node'), SQLITE, ...PACKAGES);
    for (const arch of ['arm64', 'x64'] as const)
      await expect(checkNativeFiles(folder, { platform: 'darwin', arch })).resolves.toBeUndefined();
  });

  it.each([
    ['another system', 'linux-x64'],
    ['another processor', 'win32-arm64'],
  ])('with one file for %s is refused, whatever the file is called', async (_, name) => {
    await put(sqlite('win32-x64'), SQLITE, ...PACKAGES);
    await put(sqlite(name), 'resources/data.bin');
    await expect(checkNativeFiles(folder, windows)).rejects.toThrow(`resources/data.bin: ${name}`);
  });

  it('without the native file of a package is refused', async () => {
    await put(sqlite('win32-x64'), ...PACKAGES);
    await expect(checkNativeFiles(folder, windows)).rejects.toThrow('better-sqlite3');
  });
});
