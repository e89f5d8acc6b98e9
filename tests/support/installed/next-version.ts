import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun } from '../../../build/run/run-command.ts';

/**
 * Makes the package of the next version from a package: the same files under another version, so that nothing is packed twice.
 * Returns its path, beside the first.
 */
export async function nextVersion(deb: string, version: string): Promise<string> {
  const next = deb.replace(/(?<=balcao-)[^-]+/, version);
  await cp(deb, next);
  const folder = await mkdtemp(join(tmpdir(), 'balcao-next-'));
  try {
    // A package of Debian is an ar archive with two tar archives in it (deb(5)).
    const control = (await mustRun('ar', ['t', next]))
      .split('\n')
      .find((name) => name.startsWith('control.tar'));
    if (control === undefined) throw new Error(`${next} has no control.tar`);
    await mustRun('ar', ['x', '--output', folder, next, control]);
    const inner = join(folder, 'control');
    await mkdir(inner);
    await mustRun('tar', [
      '--extract',
      '--auto-compress',
      '--file',
      join(folder, control),
      '--directory',
      inner,
    ]);
    const text = await readFile(join(inner, 'control'), 'utf8');
    await writeFile(join(inner, 'control'), text.replace(/^Version: .*$/m, `Version: ${version}`));
    const changed = join(folder, 'changed');
    await mustRun('tar', [
      '--create',
      '--auto-compress',
      '--file',
      `${changed}-${control}`,
      '--directory',
      inner,
      '.',
    ]);
    await rename(`${changed}-${control}`, join(folder, control));
    await mustRun('ar', ['r', next, join(folder, control)]);
    return next;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
