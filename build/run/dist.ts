import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sha256Of } from '../packaging/pinned-node.ts';
import { runPackager } from '../packaging/run-packager.ts';
import { ownTarget } from '../packaging/target.ts';
import { repoRoot } from './repo-root.ts';
import { mustRun } from './run-command.ts';
import { say } from './say.ts';

/**
 * npm run dist -- --target deb: builds the package that a shop installs, with its list of parts (CycloneDX) and checksums beside it.
 * Refuses on another Electron than the pinned one, as `npm run pack` does.
 */
async function dist(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { target: { type: 'string' }, out: { type: 'string' }, 'for-trial': { type: 'boolean' } },
  });
  const format = values.target;
  if (format !== 'deb') {
    say('usage: npm run dist -- --target deb [--out DIR] [--for-trial]');
    return 1;
  }
  const folder = values.out ?? join(repoRoot, 'dist');
  await removeOlder(folder, format);
  const isTrial = values['for-trial'] ?? false;
  const others = [`-c.directories.output=${folder}`, ...(isTrial ? ['-c.deb.compression=gz'] : [])];
  const code = await runPackager({ target: ownTarget(), format, isTrial, others });
  if (code !== 0) return code;
  for (const name of await made(folder, format)) {
    const parts = `${name}.cdx.json`;
    await writeFile(join(folder, parts), await listParts());
    await writeFile(join(folder, `${name}.sha256`), await checksums(folder, [name, parts]));
    say(`Made: ${join(folder, name)}`);
  }
  return 0;
}

async function made(folder: string, format: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(`.${format}`));
}

/** A package of another version would otherwise be taken for a new one. */
async function removeOlder(folder: string, format: string): Promise<void> {
  for (const name of await made(folder, format)) {
    for (const file of [name, `${name}.cdx.json`, `${name}.sha256`])
      await rm(join(folder, file), { force: true });
  }
}

/** All packages of package-lock.json, those that only build the app marked as such. Electron and Node are among them. */
async function listParts(): Promise<string> {
  const list = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
  return mustRun('npm', list, { cwd: repoRoot });
}

/** Returns lines for `sha256sum --check`. */
async function checksums(folder: string, names: readonly string[]): Promise<string> {
  const lines = await Promise.all(
    names.map(async (name) => `${await sha256Of(join(folder, name))}  ${name}\n`),
  );
  return lines.join('');
}

process.exitCode = await dist(process.argv.slice(2)).catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  return 1;
});
