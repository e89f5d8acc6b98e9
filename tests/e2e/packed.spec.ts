import {
  chmod,
  copyFile,
  mkdtemp,
  open,
  readFile,
  readdir,
  readlink,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyboardOf } from '../support/packed/keyboard.ts';
import { layOutCleanSystem, whyNoCleanSystem } from '../support/installed/clean-system.ts';
import { nextVersion } from '../support/installed/next-version.ts';
import { openShop } from '../support/installed/shop.ts';
import { packForTest, type PackedApp } from '../support/packed/pack-for-test.ts';
import { startPacked, type PackedRun } from '../support/packed/start-packed.ts';
import { pollUntil } from '../support/displays/poll-until.ts';
import { tillEnvironment } from '../support/till/till-environment.ts';
import { expect, test as base } from './fixtures.ts';

/** The app as a shop gets it: built for an installed till, packed, with its fuses set, and started without a driver. */

interface Packed {
  /** Starts the packed app with its own home. It is killed after the test. */
  readonly start: (start: {
    readonly args?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    readonly named?: 'electron';
    readonly asNobody?: true;
  }) => PackedRun;
  /** Returns the text of the log, empty before the first line. */
  readonly log: () => Promise<string>;
  readonly home: string;
  /** The data folder below the home. */
  readonly dataDir: string;
}

const test = base.extend<{ till: Packed }, { packed: PackedApp }>({
  packed: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of a fixture's needs off the pattern
    async ({}, use) => {
      const packed = await packForTest();
      await use(packed);
      await packed.remove();
    },
    { scope: 'worker', timeout: 280_000 },
  ],
  till: async ({ packed, displays }, use) => {
    const home = await mkdtemp(join(tmpdir(), 'balcao-home-'));
    const dataDir = join(home, '.config', 'Balcao');
    // An account without rights writes here too.
    await chmod(home, 0o777);
    const own = { ...(await tillEnvironment(home)), ...displays.env };
    const runs: PackedRun[] = [];
    await use({
      home,
      dataDir,
      start({ args = [], env = {}, named, asNobody }) {
        const executable = named === undefined ? packed.executable : packed.namedElectron;
        const run = startPacked(executable, args, { ...own, ...env }, asNobody);
        runs.push(run);
        return run;
      },
      log: () => readFile(join(dataDir, 'logs', 'balcao.log'), 'utf8').catch(() => ''),
    });
    for (const run of runs) await run.kill();
    await rm(home, { recursive: true, force: true });
  },
});

/** As root Chromium needs it, and the list of the app allows it to root alone. */
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const ACCEPTED_IN_PORTUGUESE = [
  '--ozone-platform=x11',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  ...AS_ROOT,
];
const ACCEPTED = [...ACCEPTED_IN_PORTUGUESE, '--language=en'];

const REFUSED = [
  '--remote-debugging-port=PORT',
  '-remote-debugging-port=PORT',
  '--remote-debugging-pipe',
  '--remote-allow-origins=*',
  '--inspect=PORT',
  '--js-flags=--expose-gc',
  '--user-data-dir=/tmp/another-till',
  '--data-dir=/tmp/another-till',
  '--api-port=0',
  '--proxy-server=127.0.0.1:PORT',
  '--log-net-log=/tmp/net.json',
  '--ozone-platform=wayland',
  'app.html',
];

// One pack for all tests of the file.
test.describe.configure({ mode: 'default' });

test('a start with an argument that is not on the list ends and says which, and no debugger listens', async ({
  till,
}) => {
  test.setTimeout(120_000);
  const port = await freePort();
  for (const refused of REFUSED.map((argument) => argument.replace('PORT', String(port)))) {
    const run = till.start({ args: [...ACCEPTED, refused] });
    const code = await run.ended;
    expect([refused, code]).toEqual([refused, 1]);
    expect(run.output()).toContain(refused);
    expect(run.output()).not.toMatch(/listening on/i);
    expect(await till.log()).toContain(refused);
  }
  expect(await till.log()).not.toContain('main start ');
});

test('an ordinary account cannot leave the sandbox out', async ({ till }) => {
  const run = till.start({ args: ['--no-sandbox'], asNobody: true });
  expect(await run.ended).toBe(1);
  expect(run.output()).toContain('--no-sandbox');
});

test('under another name and with the variables of a developer it is still an installed till', async ({
  till,
  packed,
}) => {
  const marker = join(till.home, 'the-node-of-the-environment-ran');
  const node = join(till.home, 'node');
  await writeFile(node, `#!/bin/sh\ntouch '${marker}'\n`, { mode: 0o755 });
  const other = join(till.home, 'other');
  const env = {
    PATH: `${till.home}:${process.env['PATH'] ?? ''}`,
    NODE: node,
    BALCAO_CORE_NODE: node,
    BALCAO_TEST: '1',
    BALCAO_DATA_DIR: other,
    BALCAO_TEST_CORE: node,
  };
  const run = till.start({ args: ACCEPTED, env, named: 'electron' });
  await pollUntil('the start', async () =>
    / main start .*isInstalled=true/.test(await till.log()) ? true : undefined,
  );
  await pollUntil('a page', async () => ((await rendererCount(run)) > 0 ? true : undefined));
  await pollUntil('the core', async () => (/ core-up /.test(await till.log()) ? true : undefined));
  expect(await nodesOf(run)).toEqual([packed.node]);
  // Node's own signal for a debugger. Without its handler the signal ends the app.
  process.kill(run.pid, 'SIGUSR1');
  await run.ended;
  expect(run.output()).not.toMatch(/debugger listening|devtools listening/i);
  expect(await till.log()).not.toContain('page-not-loaded');
  expect(await exists(marker)).toBe(false);
  expect(await exists(other)).toBe(false);
});

test('installed in a clean system it sells by keyboard, survives an upgrade under its QR, and its removal', async ({
  packed,
  displays,
}, testInfo) => {
  const lack = await whyNoCleanSystem();
  test.skip(lack !== null, lack ?? '');
  test.setTimeout(900_000);
  const system = await layOutCleanSystem();
  const shop = await openShop(system, displays, testInfo);
  try {
    await shop.install(packed.deb);
    await shop.start();
    const asked = await shop.askForQr('2590');
    await shop.install(await nextVersion(packed.deb, '0.1.1'));
    await shop.seesQr(asked);
    await shop.pay();
    await shop.leave();
    // The version that was installed under the old one.
    await shop.start();
    await shop.askForQr('800');
    await shop.pay();
    await shop.leave();
    await shop.uninstall();
    expect(await shop.ledgerSays()).toContain('2 cobranças');
  } finally {
    await shop.close();
    await system.remove();
  }
});

test('a till whose Node is missing or not the one of the build says so and ends', async ({
  till,
  packed,
  displays,
}) => {
  test.setTimeout(120_000);
  const kept = `${packed.node}.kept`;
  const keyboard = keyboardOf(displays);
  const isRefused = async (why: string): Promise<void> => {
    const run = till.start({ args: ACCEPTED });
    await pollUntil(why, async () =>
      new RegExp(`start-refused .*${why}`).test(await till.log()) ? true : undefined,
    );
    // The reason is in a dialog.
    await keyboard.pressUntil('Return', 'the end', async () => run.hasEnded() || undefined);
    expect(await run.ended).toBe(1);
  };
  await rename(packed.node, kept);
  try {
    await isRefused('node-not-read');
    await copyFile(kept, packed.node);
    // One byte of the executable, behind its header.
    const file = await open(packed.node, 'r+');
    await file.write(Buffer.from([0xff]), 0, 1, 4096);
    await file.close();
    await isRefused('node-changed');
    expect(await till.log()).not.toContain('core-up');
  } finally {
    await rename(kept, packed.node);
  }
});

test('the program has no code of test hooks, of another Node or of another data folder', async ({
  packed,
}) => {
  const core = join(packed.unpacked, 'out', 'main', 'core');
  const files = [packed.archive, ...(await readdir(core)).map((name) => join(core, name))];
  const code = (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n');
  expect(code).toContain('BALCAO_LANGUAGE');
  const names = ['BALCAO_TEST', 'BALCAO_CORE_NODE', 'BALCAO_DATA_DIR', 'balcaoTest', '__playwright_run'];
  expect(names.filter((name) => code.includes(name))).toEqual([]);
});

const exists = (path: string): Promise<boolean> =>
  readFile(path).then(
    () => true,
    ({ code }: NodeJS.ErrnoException) => code !== 'ENOENT',
  );

/** Returns the executables of the app's processes that are called `node`. */
async function nodesOf(run: PackedRun): Promise<string[]> {
  const pids = (await run.members()).map((member) => member.split(' ')[0] ?? '');
  const executables = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/exe`).catch(() => '')));
  return executables.filter((path) => path.endsWith('/node'));
}

async function rendererCount(run: PackedRun): Promise<number> {
  const pids = (await run.members()).map((member) => member.split(' ')[0] ?? '');
  const commands = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return commands.filter((command) => command.includes('--type=renderer')).length;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
