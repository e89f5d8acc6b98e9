import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { mustRun } from '../run/run-command.ts';

/**
 * Downloads a package's tarball with npm, so that the user's registry, proxy and cache settings are used. Refuses a tarball
 * whose content is not the pinned one.
 *
 * @param integrity Subresource-Integrity text as `npm view <spec> dist.integrity` prints it.
 * @returns the absolute path of the tarball inside `folder`.
 */
export async function fetchTarball(spec: string, integrity: string, folder: string): Promise<string> {
  const output = await mustRun('npm', ['pack', spec, '--json', '--pack-destination', folder], {
    cwd: folder,
  });
  const [packed] = JSON.parse(output) as [{ filename: string }];
  const tarball = join(folder, packed.filename);
  const found = await integrityOf(tarball);
  if (found !== integrity) {
    throw new Error(`${spec}: the registry gave other content than the pinned one (${found})`);
  }
  return tarball;
}

/** Returns the sha512 of a file in the form of npm's lock files. */
export async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}
