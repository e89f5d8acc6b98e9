import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CashierBridge, ControlEvent } from '../../shared/rpc/bridge.ts';
import type { TillView } from '../../shared/contract/views.ts';
import { outputs } from '../support/displays/outputs.ts';
import { expect, test, type Till } from './fixtures.ts';

/** The customer's window and its monitor, on two real displays. */

interface Seen {
  balcao: CashierBridge;
  displays?: ControlEvent<'displays/changed'>;
  view?: TillView;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface WindowState {
  readonly bounds: Box;
  readonly isVisible: boolean;
  readonly isFocused: boolean;
}

const UNDER_TEST = { env: { BALCAO_TEST: '1' } };

/** The windows as Electron has them, by what their address holds. */
function windowState(till: Till, part: string): Promise<WindowState[]> {
  return till.app.evaluate(
    ({ BrowserWindow }, text) =>
      BrowserWindow.getAllWindows()
        .filter((one) => one.webContents.getURL().includes(text))
        .map((one) => ({ bounds: one.getBounds(), isVisible: one.isVisible(), isFocused: one.isFocused() })),
    part,
  );
}

/** The monitor that the customer's window is shown on, all of it and without the focus; null when it is not. */
const customerFills = (till: Till) => async (): Promise<keyof typeof outputs | null> => {
  const [window] = await windowState(till, 'customer');
  if (window === undefined || !window.isVisible || window.isFocused) return null;
  const isWhole = (output: Box): boolean =>
    window.bounds.x === output.x &&
    window.bounds.y === output.y &&
    window.bounds.width >= output.width &&
    window.bounds.height >= output.height;
  return (['DUMMY0', 'DUMMY1'] as const).find((name) => isWhole(outputs[name])) ?? null;
};

/** Lets the cashier's page remember what it is told of the monitors and of the customer's screen. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const window = globalThis as unknown as Seen;
    window.balcao.subscribe('displays/changed', (displays) => (window.displays = displays));
    window.balcao.subscribe('till/view', (view) => (window.view = view));
  });
}

const customerSees = (page: Page) => () =>
  page.evaluate(() => (globalThis as unknown as Seen).view?.customerSees);
const present = (page: Page) => () =>
  page.evaluate(() => (globalThis as unknown as Seen).displays?.map((one) => one.isPresent));

test('the customer’s window fills the second monitor and leaves the focus with the cashier', async ({
  launchApp,
}) => {
  const till = await launchApp(UNDER_TEST);
  await till.customer();
  await expect.poll(customerFills(till)).toBe('DUMMY1');
  await expect.poll(async () => (await windowState(till, 'cashier'))[0]?.isFocused).toBe(true);
  const remembered = JSON.parse(
    await readFile(join(till.dataDir, 'settings', 'displays.json'), 'utf8'),
  ) as unknown;
  expect(remembered).toMatchObject({ version: 1, customer: { width: 1024, height: 768 } });
});

test('unplugged and replugged: gone and back within a second each, and the till knows', async ({
  launchApp,
  displays,
}) => {
  const till = await launchApp(UNDER_TEST);
  const cashier = await till.cashier();
  await listen(cashier);
  await expect.poll(customerSees(cashier)).toBe('preparing');
  const second = { timeout: 1_000, intervals: [25] };

  await displays.unplug('DUMMY1');
  await expect.poll(async () => (await windowState(till, 'customer'))[0]?.isVisible, second).toBe(false);
  await expect.poll(customerSees(cashier), second).toBe('nothing');
  await expect.poll(present(cashier), second).toEqual([true, false]);

  await displays.replug('DUMMY1');
  await expect.poll(customerFills(till), second).toBe('DUMMY1');
  await expect.poll(customerSees(cashier)).toBe('preparing');
  await expect.poll(present(cashier), second).toEqual([true, true]);
  expect((await windowState(till, 'cashier'))[0]?.isFocused).toBe(true);
});

test('with one monitor there is no customer’s window until a second is plugged in', async ({
  launchApp,
  displays,
}) => {
  await displays.unplug('DUMMY1');
  const till = await launchApp(UNDER_TEST);
  await till.cashier();
  expect(await windowState(till, 'customer')).toEqual([]);
  await displays.replug('DUMMY1');
  await till.customer();
  await expect.poll(async () => (await windowState(till, 'customer'))[0]?.isVisible).toBe(true);
});

test('which screen is which: each shows its number for four seconds', async ({ launchApp }) => {
  const till = await launchApp(UNDER_TEST);
  const cashier = await till.cashier();
  await till.customer();
  const identify = (): Promise<unknown> =>
    cashier.evaluate(() => (globalThis as unknown as Seen).balcao.invoke('displays/identify', {}));
  expect(await identify()).toEqual({ ok: true, value: { shown: 2 } });
  const isWithin = async (): Promise<boolean[]> => {
    const shown = await windowState(till, '/identify/');
    const xs = shown.filter((one) => one.isVisible).map(({ bounds }) => bounds.x);
    return [xs.some((x) => x < outputs.DUMMY1.x), xs.some((x) => x >= outputs.DUMMY1.x)];
  };
  await expect.poll(isWithin).toEqual([true, true]);
  const numbers = async (): Promise<string[]> => {
    const pages = till.app.windows().filter((page) => page.url().includes('/identify/'));
    return (await Promise.all(pages.map((page) => page.innerText('p')))).toSorted();
  };
  await expect.poll(numbers).toEqual(['1', '2']);
  await expect.poll(() => windowState(till, '/identify/'), { timeout: 6_000 }).toEqual([]);
});

test('the other monitor can be chosen; both windows change places, also at the next start', async ({
  launchApp,
}) => {
  const till = await launchApp(UNDER_TEST);
  const cashier = await till.cashier();
  await till.customer();
  const choice = await cashier.evaluate(async () => {
    const { balcao } = globalThis as unknown as Seen;
    const listed = await balcao.invoke('displays/list', {});
    const other = listed.ok ? listed.value.find((one) => !one.isCustomer) : undefined;
    const unknown = await balcao.invoke('displays/choose', { identity: 'nobody' });
    const chosen = await balcao.invoke('displays/choose', { identity: other?.identity ?? '' });
    return { unknown: unknown.ok ? 'ok' : unknown.error.code, chosen: chosen.ok };
  });
  expect(choice).toEqual({ unknown: 'not-found', chosen: true });
  const swapped = async (one: Till): Promise<unknown> => {
    const [own] = await windowState(one, 'cashier');
    return { customer: await customerFills(one)(), cashierMoved: (own?.bounds.x ?? 0) >= outputs.DUMMY1.x };
  };
  const wanted = { customer: 'DUMMY0', cashierMoved: true };
  await expect.poll(() => swapped(till)).toEqual(wanted);

  await till.kill();
  const again = await launchApp(UNDER_TEST);
  await Promise.all([again.cashier(), again.customer()]);
  await expect.poll(() => swapped(again)).toEqual(wanted);
});

/** The part of the cashier's window that its page fills. */
const cashierContent = (till: Till) => (): Promise<Box | undefined> =>
  till.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().includes('/cashier/'))
      ?.getContentBounds(),
  );

test('the cashier’s window covers its monitor without a title bar if it is set so, also at the next start', async ({
  launchApp,
}) => {
  const till = await launchApp(UNDER_TEST);
  const cashier = await till.cashier();
  await till.customer();
  const inWindow = await cashierContent(till)();
  expect(inWindow?.height).toBeLessThan(outputs.DUMMY0.height);
  const fill = (fullScreen: boolean): Promise<unknown> =>
    cashier.evaluate(
      (value) => (globalThis as unknown as Seen).balcao.invoke('window/fill-screen', { fullScreen: value }),
      fullScreen,
    );
  expect(await fill(true)).toEqual({ ok: true, value: { fullScreen: true } });
  await expect.poll(cashierContent(till)).toEqual(outputs.DUMMY0);
  await fill(false);
  await expect.poll(async () => (await cashierContent(till)())?.height).toBe(inWindow?.height);
  await fill(true);
  await till.kill();

  const again = await launchApp(UNDER_TEST);
  await again.cashier();
  await expect.poll(cashierContent(again)).toEqual(outputs.DUMMY0);
  await expect.poll(customerFills(again)).toBe('DUMMY1');
});

test('a closed customer’s window comes back, and so does a page whose process was killed', async ({
  launchApp,
}) => {
  const till = await launchApp(UNDER_TEST);
  const cashier = await till.cashier();
  await listen(cashier);
  await expect.poll(customerSees(cashier)).toBe('preparing');
  await till.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().includes('customer'))
      ?.close(),
  );
  await expect.poll(customerSees(cashier), { intervals: [20] }).toBe('nothing');
  await expect.poll(customerSees(cashier)).toBe('preparing');

  await till.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('customer'));
    process.kill(window?.webContents.getOSProcessId() ?? 0, 'SIGKILL');
  });
  await expect.poll(customerSees(cashier), { intervals: [20] }).toBe('nothing');
  await expect.poll(customerSees(cashier)).toBe('preparing');
});
