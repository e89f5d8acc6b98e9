import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repoRoot } from '../../build/run/repo-root.ts';
import { askAgain } from '../support/till/ask-again.ts';
import { homeBeside, tillEnvironment } from '../support/till/till-environment.ts';
import { expect, test } from './fixtures.ts';

/** What main itself holds to: whom it answers, how it builds windows, and that there is one of it. */

const UNDER_TEST = { env: { BALCAO_TEST: '1' } };

test('a page that main did not build gets no port and no answer, on whatever origin', async ({
  launchApp,
}) => {
  const till = await launchApp(UNDER_TEST);
  await till.cashier();
  const preload = join(repoRoot, 'out', 'preload', 'cashier.cjs');
  const answer = await till.app.evaluate(async ({ BrowserWindow }, path) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: path, sandbox: true } });
    await stranger.loadURL('app://balcao/identify/1.html');
    const ask = (call: string): Promise<unknown> =>
      stranger.webContents.executeJavaScript(
        `Promise.race([balcao.invoke(${call}), new Promise((done) => setTimeout(done, 1000, 'nothing'))])`,
      );
    const answers = { main: await ask(`'displays/list', {}`), core: await ask(`'session/close-shift', {}`) };
    stranger.destroy();
    return answers;
  }, preload);
  expect(answer).toMatchObject({ main: { ok: false, error: { code: 'wrong-role' } }, core: 'nothing' });
});

test('every window is sandboxed and isolated, and nothing of Node is switched on', async ({ launchApp }) => {
  const till = await launchApp(UNDER_TEST);
  await Promise.all([till.cashier(), till.customer()]);
  const preferences = await askAgain(() =>
    till.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => {
        const contents = window.webContents as unknown as {
          getLastWebPreferences(): Record<string, unknown>;
        };
        const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
          contents.getLastWebPreferences();
        return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
      }),
    ),
  );
  const wanted = {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  };
  expect(preferences).toEqual([wanted, wanted]);
});

test('a link to a site that is not listed opens nothing, not even in the browser', async ({ launchApp }) => {
  const till = await launchApp(UNDER_TEST);
  const page = await till.cashier();
  await till.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    Object.assign(shell, { openExternal: (url: string) => Promise.resolve(void opened.push(url)) });
  });
  await page.evaluate(() => {
    for (const url of ['https://example.com/', 'file:///etc/passwd', 'https://shipay.instatus.com/'])
      window.open(url);
  });
  const opened = () => till.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await expect.poll(opened).toEqual(['https://shipay.instatus.com/']);
});

test('a second start on the same data folder ends, and the first comes to the front', async ({
  launchApp,
  electron,
  displays,
  dataDir,
}) => {
  const till = await launchApp(UNDER_TEST);
  await till.cashier();
  await till.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.minimize());
  const args = [...electron.args, '--password-store=basic', repoRoot, `--user-data-dir=${dataDir}`];
  const env = { ...(await tillEnvironment(homeBeside(dataDir))), ...displays.env };
  const second = spawn(electron.executablePath, args, { env, stdio: 'ignore' });
  expect((await once(second, 'exit'))[0]).toBe(0);
  const isBack = () =>
    till.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some(
        (one) => one.webContents.getURL().includes('cashier') && !one.isMinimized() && one.isFocused(),
      ),
    );
  await expect.poll(isBack).toBe(true);
});

test('the pages keep to their own policy: nothing of theirs is refused, and none complains', async ({
  launchApp,
}) => {
  const till = await launchApp(UNDER_TEST);
  const [cashier, customer] = await Promise.all([till.cashier(), till.customer()]);
  await expect(cashier.locator('[data-screen]').first()).toBeVisible();
  await expect(customer.locator('[data-screen]').first()).toBeVisible();
  const log = await readFile(join(till.dataDir, 'logs', 'balcao.log'), 'utf8');
  expect(log.split('\n').filter((line) => /page-said|refused|page-not-loaded/.test(line))).toEqual([]);
});
