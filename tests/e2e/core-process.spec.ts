import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CashierBridge, ControlEvent } from '../../shared/rpc/bridge.ts';
import { buildCore } from '../support/cores/build-core.ts';
import { expect, test as base, type Till } from './fixtures.ts';

/** The core as a process, with a fixture core that crashes, hangs and fails when it is told to. */

type Bridged = { balcao: CashierBridge };

const test = base.extend<{ launchEcho: () => Promise<Till> }>({
  launchEcho: async ({ launchApp }, use, testInfo) => {
    const core = await buildCore('echo-core', testInfo.outputPath('core'));
    await use(() => launchApp({ env: { BALCAO_TEST: '1', BALCAO_TEST_CORE: core } }));
  },
});

/** Tells the core to do something, through page, preload and port. */
function tell(page: Page, id: string): Promise<string> {
  return page.evaluate(async (word) => {
    const { balcao } = globalThis as unknown as Bridged;
    const reply = await balcao.invoke('session/dismiss-notice', { id: word });
    return reply.ok ? reply.value.id : reply.error.code;
  }, id);
}

/** Asks until the core that answers is another one, and gives the answer. */
async function tellNext(page: Page): Promise<void> {
  await expect.poll(() => tell(page, 'there?'), { timeout: 10_000, intervals: [50] }).toBe('there?');
}

function corePid(till: Till): Promise<number | null> {
  return till.app.evaluate(() =>
    (globalThis as unknown as { balcaoTest: { corePid(): number | null } }).balcaoTest.corePid(),
  );
}

/** Keeps the latest state of the core that the page was told. */
async function watchState(page: Page): Promise<() => Promise<ControlEvent<'core/state'> | undefined>> {
  type Seen = Bridged & { seen?: ControlEvent<'core/state'> };
  await page.evaluate(() => {
    const window = globalThis as unknown as Seen;
    window.balcao.subscribe('core/state', (state) => (window.seen = state));
  });
  return () => page.evaluate(() => (globalThis as unknown as Seen).seen);
}

async function customerSees(till: Till, pid: number | null): Promise<void> {
  const page = await till.customer();
  await expect(page.getByText(`core ${pid}`)).toBeVisible();
}

/** Quits, and waits until main's process has ended. */
async function quit(till: Till): Promise<void> {
  const main = till.app.process();
  const ended = new Promise((resolve) => main.once('exit', resolve));
  await till.app.evaluate(({ app }) => app.quit());
  await ended;
}

async function notes(till: Till): Promise<string[]> {
  return (await readFile(join(till.dataDir, 'echo-core.txt'), 'utf8')).trim().split('\n');
}

test('serves both windows, and a crash is followed by a core that serves them again', async ({
  launchEcho,
}) => {
  const till = await launchEcho();
  const page = await till.cashier();
  const first = await corePid(till);
  expect(await tell(page, 'hello')).toBe('hello');
  await customerSees(till, first);

  const inherited = (await tell(page, 'env')).split(' ');
  expect(inherited).toContain('PATH');
  expect(inherited.filter((name) => name.startsWith('BALCAO') || name === 'NODE_OPTIONS')).toEqual([]);

  const inFlight = tell(page, 'never');
  expect(await tell(page, 'crash')).toBe('core-restarted');
  expect(await inFlight).toBe('core-restarted');
  await tellNext(page);
  const second = await corePid(till);
  expect(second).not.toBe(first);
  await customerSees(till, second);

  expect(await tell(page, 'leave')).toBe('core-restarted');
  await tellNext(page);
  await customerSees(till, await corePid(till));
});

test('a core that keeps crashing is given up, the page is told, and quitting works', async ({
  launchEcho,
}) => {
  const till = await launchEcho();
  const page = await till.cashier();
  const state = await watchState(page);
  for (const _ of [1, 2, 3]) {
    await tellNext(page);
    expect(await tell(page, 'crash')).toBe('core-restarted');
  }
  await expect.poll(state).toEqual({ state: 'gave-up', trouble: 'keeps-crashing' });
  expect(await tell(page, 'hello')).toBe('core-restarted');
  // A page that is loaded only now is told as well.
  await page.reload();
  await expect.poll(await watchState(page)).toEqual({ state: 'gave-up', trouble: 'keeps-crashing' });
  await quit(till);
});

test('a core that says it cannot work is not started again', async ({ launchEcho }) => {
  const till = await launchEcho();
  const page = await till.cashier();
  const state = await watchState(page);
  await tellNext(page);
  await tell(page, 'fatal');
  // It stays, so it is killed after a moment.
  await expect.poll(state).toEqual({ state: 'gave-up', trouble: 'database-from-future' });
  expect(await corePid(till)).toBeNull();
});

test('quitting asks the core, waits for it to finish, and leaves nothing behind', async ({ launchEcho }) => {
  const till = await launchEcho();
  const page = await till.cashier();
  await tell(page, 'quit-check waits 0');
  await till.app.evaluate(({ app }) => app.quit());
  expect(await tell(page, 'still there')).toBe('still there');

  await tell(page, 'quit-check free 0');
  const main = till.app.process();
  await quit(till);
  expect(await notes(till)).toContain('shutdown');
  expect(main.exitCode).toBe(0);
});

test('a core that does not finish is killed', async ({ launchEcho }) => {
  const till = await launchEcho();
  await tell(await till.cashier(), 'stubborn');
  await quit(till);
  expect(await notes(till)).toContain('shutdown');
});
