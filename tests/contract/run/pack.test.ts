import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { coreNode } from '../../../build/electron/core-node.ts';
import { packagedRuntime } from '../../../build/electron/packaged-runtime.ts';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { runCommand } from '../../../build/run/run-command.ts';

it('npm run pack refuses an Electron without security fixes, and says how to try it all the same', async () => {
  const dist = await mkdtemp(join(tmpdir(), 'balcao-electron-'));
  onTestFinished(() => rm(dist, { recursive: true, force: true }));
  await writeFile(join(dist, 'version'), packagedRuntime.electronVersion);
  await writeFile(join(dist, 'electron'), '');
  await chmod(join(dist, 'electron'), 0o755);
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: dist };
  const packed = await runCommand(coreNode(), ['build/run/pack.ts'], {
    cwd: repoRoot,
    env,
    timeoutMs: 15_000,
  });
  expect(packed.code).toBe(1);
  expect(packed.stderr).toContain('--for-trial');
  expect(packed.stderr).not.toContain('Build:');
});
