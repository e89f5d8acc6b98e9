import { electronPackages, testPackages } from './debian-packages.ts';
import { mustRun, runCommand } from './run-command.ts';
import { runShown } from './run-shown.ts';
import { say } from './say.ts';

const INSTALL = ['install', '--yes', '--no-install-recommends'];

/** The command that installs these packages, as a person would type it. */
export function installCommand(packages: readonly string[]): string {
  return `sudo apt-get update && sudo apt-get ${INSTALL.join(' ')} ${packages.join(' ')}`;
}

/** Which of these Debian packages are not installed here, in the order given. */
export async function missingPackages(packages: readonly string[]): Promise<string[]> {
  // dpkg-query's code is 1 as soon as one name is unknown; its lines about the others hold all the same.
  const format = '${Package} ${db:Status-Status}\n';
  const result = await runCommand('dpkg-query', ['--show', `--showformat=${format}`, ...packages]);
  const installed = result.stdout
    .split('\n')
    .filter((line) => line.endsWith(' installed'))
    .map((line) => line.split(' ')[0]);
  return packages.filter((name) => !installed.includes(name));
}

/**
 * Sees to it that everything the tests need of the system is there: installs what is missing where it may (root),
 * else throws with the exact command. Only Debian can be asked; elsewhere a line names what is needed.
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

/** Installs Debian packages, as root; throws with the exact command if it cannot. */
export async function installPackages(packages: readonly string[]): Promise<void> {
  say(`Installing what the tests need: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt-get may be at work on a machine that has just started.
  const patient = ['-o', 'DPkg::Lock::Timeout=120'];
  await mustRun('apt-get', ['update'], { env });
  const code = await runShown('apt-get', [...patient, ...INSTALL, ...packages], { env });
  const stillMissing = await missingPackages(packages);
  if (code !== 0 || stillMissing.length > 0) {
    throw new Error(`apt-get could not install ${stillMissing.join(' ')}. Run: ${installCommand(packages)}`);
  }
}
