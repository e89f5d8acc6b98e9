import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cupsEnvironment } from '../../../main/core/printing/transports/cups.ts';
import { startOwnedProcess } from '../displays/owned-process.ts';
import { pollUntil } from '../displays/poll-until.ts';

const run = promisify(execFile);

/** A print server for one test. */
export interface PrivateCups {
  /** The environment that directs CUPS' programs, and so our transport, to it. */
  readonly environment: ReturnType<typeof cupsEnvironment>;
  /** Adds a queue that passes jobs unchanged to a network printer: `127.31.4.59:9100`. */
  addRawQueue(name: string, printer: string): Promise<void>;
  /** Stops the queue with a reason, as a person does. */
  disable(queue: string, why: string): Promise<void>;
  /** Waits until the queue has a job, and deletes it, as a person does. */
  deleteJob(queue: string): Promise<void>;
  /** Returns the jobs that have not ended. */
  waiting(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts a cupsd that is separate from the machine's, at a socket in its folder. Source of the directives: cupsd.conf(5) and
 * cups-files.conf(5).
 *
 * @param port a port of 127.0.0.1 where it also listens.
 */
export async function startCups(port?: number): Promise<PrivateCups> {
  const folder = await mkdtemp(join(tmpdir(), 'balcao-cups-'));
  // cupsd's helpers work as the user lp.
  await chmod(folder, 0o755);
  for (const name of ['etc', 'spool', 'cache', 'state', 'tmp']) await mkdir(join(folder, name));
  await chmod(join(folder, 'tmp'), 0o1777);
  const socket = join(folder, 'cups.sock');
  await writeFile(join(folder, 'etc/cups-files.conf'), filesConf(folder));
  await writeFile(
    join(folder, 'etc/cupsd.conf'),
    cupsdConf(port === undefined ? [socket] : [socket, `127.0.0.1:${port}`]),
  );
  const files = ['-c', join(folder, 'etc/cupsd.conf'), '-s', join(folder, 'etc/cups-files.conf')];
  const cupsd = startOwnedProcess('/usr/sbin/cupsd', ['-f', ...files], { stdio: 'ignore' });
  const environment = { ...cupsEnvironment(process.env), CUPS_SERVER: socket };
  const options = { env: environment };

  await pollUntil('cupsd answers', async () =>
    run('lpstat', ['-r'], options).then(
      ({ stdout }) => stdout.includes('scheduler is running') || undefined,
      () => undefined,
    ),
  );
  return {
    environment,
    async addRawQueue(name, printer) {
      await run('lpadmin', ['-p', name, '-E', '-v', `socket://${printer}`, '-m', 'raw'], options);
    },
    async disable(queue, why) {
      await run('cupsdisable', ['-r', why, queue], options);
    },
    async deleteJob(queue) {
      const job = await pollUntil('a job is in the queue', async () => {
        const { stdout } = await run('lpstat', ['-o', queue], options);
        return /^\S+/.exec(stdout)?.[0];
      });
      await run('cancel', [job], options);
    },
    waiting: async () => (await run('lpstat', ['-W', 'not-completed', '-o'], options)).stdout,
    async stop() {
      await cupsd.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function filesConf(folder: string): string {
  const places = [
    ['ServerRoot', 'etc'],
    ['RequestRoot', 'spool'],
    ['CacheDir', 'cache'],
    ['StateDir', 'state'],
    ['TempDir', 'tmp'],
  ].map(([directive, name]) => `${directive} ${join(folder, name ?? '')}`);
  const logs = ['AccessLog', 'ErrorLog', 'PageLog'].map((log) => `${log} ${join(folder, log)}`);
  return [...places, ...logs, 'SystemGroup root', 'User lp', 'Group lp', 'Sandboxing relaxed', ''].join('\n');
}

function cupsdConf(places: readonly string[]): string {
  return `${places.map((place) => `Listen ${place}`).join('\n')}
Browsing No
WebInterface No
DefaultAuthType None
# A job waits for its printer, as on a shop's machine.
ErrorPolicy retry-job
JobRetryInterval 1
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;
}
