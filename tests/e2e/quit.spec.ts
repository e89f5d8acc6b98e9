import {
  cancelWaiting,
  charge,
  customerActs,
  showQr,
  signIn,
  startTraining,
} from '../support/journey/sell.ts';
import { connectTill } from '../support/journey/connected-till.ts';
import { openDesk } from '../support/journey/open-desk.ts';
import { newestCharge } from '../support/journey/shop-software.ts';
import { startShopGateway } from '../support/journey/shop-gateway.ts';
import { expect, test, type Till } from './fixtures.ts';

const quit = (till: Till) => till.app.evaluate(({ app }) => app.quit());

/** As the cross in the corner of the cashier's window does. */
const closeWindow = (till: Till) =>
  till.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.webContents.getURL().includes('/cashier/'))
      ?.close(),
  );

test('no way out past an open charge: it leads to the settle screen, and settling it leads out', async ({
  launchApp,
}) => {
  const till = await launchApp();
  const desk = await openDesk(till);
  await startTraining(desk);

  await test.step('quitting with a QR on screen', async () => {
    await showQr(desk, '4200');
    await quit(till);
    const settle = await desk.cashierSees('settle');
    await expect(settle).toContainText('R$ 42,00');
    await expect(settle).toContainText('Resolva antes de sair');
    await desk.customerSees('qr');
    await desk.press('Enter');
    await desk.cashierSees('waiting');
  });

  await test.step('closing the window once it is paid', async () => {
    await customerActs(desk, 'pay');
    await desk.cashierSees('approved');
    await closeWindow(till);
    await desk.cashierSees('settle');
    const main = till.app.process();
    await Promise.all([till.app.waitForEvent('close'), desk.press('Enter')]);
    expect(main.exitCode).toBe(0);
  });
});

test('a cancel that the gateway does not confirm: quitting waits for it, not for ever, and goes on at the next start', async ({
  launchApp,
  dataDir,
}, testInfo) => {
  const shop = await startShopGateway(testInfo.outputPath('gateway.json'));
  try {
    await connectTill(dataDir, shop);
    const till = await launchApp();
    const desk = await openDesk(till);
    await signIn(desk);
    await charge(desk, '990');
    await desk.bothSee('waiting', 'qr');
    shop.fault = ({ method }) => (method === 'DELETE' ? { kind: 'lose-request' } : null);
    await cancelWaiting(desk);
    await desk.bothSee('sell', 'cancelled');

    const began = performance.now();
    const closed = till.app.waitForEvent('close');
    await quit(till);
    await desk.cashierSees('confirm-quit');
    await desk.press('Control+q');
    await expect(desk.cashier.locator('[data-screen="quitting"]')).toContainText('1 cancelamento');
    await closed;
    expect(performance.now() - began).toBeGreaterThan(8_000);
    expect(performance.now() - began).toBeLessThan(17_000);
    expect(shop.newestOrder().status).toBe('pending');

    shop.fault = null;
    const next = await openDesk(await launchApp());
    await next.cashierSees('sell');
    await expect
      .poll(async () => (await newestCharge(dataDir)).status, { timeout: 20_000 })
      .toBe('cancelled');
    expect(shop.newestOrder().status).toBe('cancelled');
  } finally {
    await shop.close();
  }
});

test('over an open shift closing the window asks: Esc stays, a second try asks again, and the key of the question quits', async ({
  launchApp,
}) => {
  const till = await launchApp();
  const desk = await openDesk(till);
  await desk.customerSees('preparing');
  await startTraining(desk);
  await desk.customerSees('idle');
  await desk.type('1234');
  await closeWindow(till);
  const question = await desk.cashierSees('confirm-quit');
  await expect(question).toContainText('O turno de Ana continua aberto');
  // Enter is on the harmless key.
  await desk.press('Enter');
  await expect(question).toBeHidden();
  await expect(desk.cashier.locator('[data-entry]')).toHaveValue(/^R\$\s12,34$/);
  await closeWindow(till);
  await desk.cashierSees('confirm-quit');
  await desk.press('Escape');
  await expect(question).toBeHidden();
  await quit(till);
  await desk.cashierSees('confirm-quit');
  const main = till.app.process();
  await Promise.all([till.app.waitForEvent('close'), desk.press('Control+q')]);
  expect(main.exitCode).toBe(0);
});

test('the system ends the app over a QR without a question, and nothing is lost', async ({ launchApp }) => {
  const till = await launchApp();
  const desk = await openDesk(till);
  await startTraining(desk);
  await showQr(desk, '4200');
  const main = till.app.process();
  const closed = till.app.waitForEvent('close');
  process.kill(till.pid, 'SIGTERM');
  await closed;
  expect(main.exitCode).toBe(0);
  const next = await openDesk(await launchApp());
  await expect(await next.cashierSees('settle')).toContainText('R$ 42,00');
});
