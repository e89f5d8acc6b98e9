import { runCommand } from './run-command.ts';

const USUAL_MIRROR = 'http://deb.debian.org/debian';

/** Returns the address of the mirror of Debian that this machine uses. */
export async function debianMirror(): Promise<string> {
  const { stdout } = await runCommand('apt-get', ['indextargets', '--format', '$(REPO_URI)']);
  return stdout.split('\n').find((line) => /\/debian\/?$/.test(line)) ?? USUAL_MIRROR;
}
