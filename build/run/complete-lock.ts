import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { registryName, withoutIntegrity, type Entry, type LockFile } from './lock/lock-file.ts';
import { addMissingPlatforms } from './lock/missing-platforms.ts';
import { repoRoot } from './repo-root.ts';
import { runCommand } from './run-command.ts';
import { say } from './say.ts';

/**
 * npm run lock: completes package-lock.json. npm leaves out optional packages of other platforms if the registry does not have
 * them at that moment; then `npm ci` refuses the lock file on every machine ("Missing: … from lock file"). This adds them, and
 * asks the registry for the hash of each package that has none.
 */
async function completeLock(): Promise<number> {
  const file = join(repoRoot, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8')) as LockFile;
  const added = addMissingPlatforms(lock);
  const unknown: string[] = [];
  const lacking = withoutIntegrity(lock);
  for (const path of lacking) {
    const entry = lock.packages[path] ?? {};
    const asked = `${registryName(path, entry)}@${entry.version ?? ''}`;
    const { code, stdout } = await runCommand('npm', ['view', asked, 'dist.integrity'], { cwd: repoRoot });
    const integrity = stdout.trim();
    if (code === 0 && /^sha512-[\w+/]+=*$/.test(integrity))
      lock.packages[path] = withIntegrity(entry, integrity);
    else unknown.push(asked);
  }
  if (added.length + lacking.length > 0) {
    lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byName));
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  }
  say(added.length === 0 ? 'no package was missing' : `added: ${added.join(', ')}`);
  say(`${lacking.length - unknown.length} hashes added`);
  if (unknown.length > 0) say(`the registry has no hash of: ${unknown.join(', ')}`);
  return unknown.length === 0 ? 0 : 1;
}

/** Adds the hash where npm writes it: after the version. */
function withIntegrity({ version = '', ...rest }: Entry, integrity: string): Entry {
  return { version, integrity, ...rest };
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a.localeCompare(b, 'en');
}

process.exitCode = await completeLock();
