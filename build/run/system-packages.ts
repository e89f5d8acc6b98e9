import { electronPackages, testPackages } from './debian-packages.ts';
import { mustRun, runCommand } from './run-command.ts';
import { runShown } from './run-shown.ts';
import { say } from './say.ts';

const INSTALL = ['install', '--yes', '--no-install-recommends'];

/** Returns the command that installs these packages. */
export function installCommand(packages: readonly string[]): string {
  return `sudo apt-get update && sudo apt-get ${INSTALL.join(' ')} ${packages.join(' ')}`;
}

/** Returns the Debian packages that are not installed, in the given order. */
export async function missingPackages(packages: readonly string[]): Promise<string[]> {
  // dpkg-query ends with 1 if a name is unknown. Its lines about the other names are still correct.
  const format = '${Package} ${db:Status-Status}\n';
  const result = await runCommand('dpkg-query', ['--show', `--showformat=${format}`, ...packages]);
  const installed = result.stdout
    .split('\n')
    .filter((line) => line.endsWith(' installed'))
    .map((line) => line.split(' ')[0]);
  return packages.filter((name) => !installed.includes(name));
}

/**
 * Installs the missing system packages of the tests, as root. For other users, throws with the command. Works on Debian only.
 * On other systems it prints the needed programs.
 */
export async function ensureSystemPackages(): Promise<void> {
  const needed = [...electronPackages, ...Object.keys(testPackages)];
  if (process.platform !== 'linux') throw new Error('the tests on two monitors need Linux with Xorg');
  if ((await runCommand('dpkg-query', ['--version'])).code !== 0) {
    say(`Not Debian, so nothing was checked. The tests need the counterparts of: ${needed.join(' ')}`);
    return;
  }
  const missing = await missingPackages(needed);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    throw new Error(`the system lacks ${missing.join(', ')}. Run: ${installCommand(missing)}`);
  }
  await installPackages(missing);
}

/** Installs Debian packages as root. Throws with the command if it cannot. */
export async function installPackages(packages: readonly string[]): Promise<void> {
  say(`Installing what the tests need: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt-get may run on a machine that has just started.
  const patient = ['-o', 'DPkg::Lock::Timeout=120'];
  await mustRun('apt-get', ['update'], { env });
  const code = await runShown('apt-get', [...patient, ...INSTALL, ...packages], { env });
  const stillMissing = await missingPackages(packages);
  if (code !== 0 || stillMissing.length > 0) {
    throw new Error(`apt-get could not install ${stillMissing.join(' ')}. Run: ${installCommand(packages)}`);
  }
}
