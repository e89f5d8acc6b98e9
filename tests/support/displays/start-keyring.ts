import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { runCommand } from '../../../build/run/run-command.ts';
import { startOwnedProcess, type OwnedProcess } from './owned-process.ts';
import { pollUntil } from './poll-until.ts';

export type Keyring = {
  /** Environment in which a program finds the keyring; with it Electron takes `--password-store=gnome-libsecret`. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
};

/** Starts a real, unlocked GNOME keyring on another session bus, with a home that only it uses. */
export async function startKeyring(): Promise<Keyring> {
  const folder = await mkdtemp(join(tmpdir(), 'balcao-keyring-'));
  const home = { HOME: join(folder, 'home'), XDG_RUNTIME_DIR: join(folder, 'runtime') };
  for (const path of Object.values(home)) await mkdir(path, { mode: 0o700 });

  const started: OwnedProcess[] = [];
  const stop = async () => {
    for (const one of started.reverse()) await one.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const bus = startOwnedProcess('dbus-daemon', ['--session', '--nofork', '--print-address'], {
      env: { ...process.env, ...home },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    started.push(bus);
    const env = { ...home, DBUS_SESSION_BUS_ADDRESS: await firstLine(bus) };
    started.push(startDaemon({ ...process.env, ...env }));
    await pollUntil('the keyring on its bus', () => secretsOwner({ ...process.env, ...env }));
    return { env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startDaemon(env: NodeJS.ProcessEnv): OwnedProcess {
  const args = ['--foreground', '--unlock', '--components=secrets'];
  const daemon = startOwnedProcess('gnome-keyring-daemon', args, {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // The keyring ends with the test, so its password is not secret.
  (daemon.child.stdin as Writable).on('error', () => undefined).end('till');
  return daemon;
}

async function firstLine(process: OwnedProcess): Promise<string> {
  const lines = createInterface({ input: process.child.stdout as Readable });
  const line = await Promise.race([once(lines, 'line'), once(lines, 'close')]);
  if (line.length === 0) throw new Error('dbus-daemon did not start; is the package dbus-x11 installed?');
  return String(line[0]);
}

async function secretsOwner(env: NodeJS.ProcessEnv): Promise<true | undefined> {
  const question = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  const args = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/', ...question];
  const answer = await runCommand('dbus-send', args, { env });
  return answer.stdout.includes('boolean true') ? true : undefined;
}
