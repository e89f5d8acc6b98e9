import { expect, it } from 'vitest';
import { coreNode } from '../../../../build/electron/core-node.ts';
import { shippedNode } from '../../../../build/packaging/shipped-node.ts';
import { modeOf, ownTarget, parseTarget, targetOfMode } from '../../../../build/packaging/target.ts';

it('reads the name of a system, and nothing like it', () => {
  expect(parseTarget('win32-x64')).toEqual({ platform: 'win32', arch: 'x64' });
  for (const name of ['', 'win32', 'win-x64', 'win32-ia32', 'win32-x64-x64'])
    expect(parseTarget(name)).toBeNull();
});

it('an ordinary build is for a run from the sources, and a wrong name ends it', () => {
  expect(targetOfMode('production')).toBeNull();
  expect(targetOfMode(modeOf({ platform: 'linux', arch: 'arm64' }))).toEqual({
    platform: 'linux',
    arch: 'arm64',
  });
  expect(() => targetOfMode('installed-plan9-x64')).toThrow('plan9-x64');
});

it('ships the Node of the tools to its own system, and refuses one that the lock file does not have', async () => {
  expect(await shippedNode(ownTarget())).toBe(coreNode());
  await expect(shippedNode({ platform: 'darwin', arch: 'arm64' })).rejects.toThrow(
    'no Node for darwin-arm64',
  );
});
