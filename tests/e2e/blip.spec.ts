import type { Page } from '@playwright/test';
import { openDesk } from '../support/journey/open-desk.ts';
import { showQr, signIn } from '../support/journey/sell.ts';
import { expect } from './fixtures.ts';
import { test } from './shop-fixtures.ts';

/** The name under which the page keeps what it showed. */
const KEPT = 'screensShown';

/** Lets a page remember each screen that it shows from now on. */
async function rememberScreens(page: Page): Promise<void> {
  await page.evaluate((kept) => {
    const shown = new Set<string>();
    Object.assign(globalThis, { [kept]: shown });
    const look = (): void => {
      for (const element of document.querySelectorAll('[data-screen]'))
        shown.add(element.getAttribute('data-screen') ?? '');
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
  }, KEPT);
}

const screensShown = (page: Page): Promise<string[]> =>
  page.evaluate((kept) => [...((globalThis as Record<string, unknown>)[kept] as Set<string>)], KEPT);

for (const outageMs of [1_000, 2_500]) {
  test(`the gateway is away for ${outageMs} ms: answer and QR stay on both screens`, async ({
    launchApp,
    shop,
  }) => {
    const desk = await openDesk(await launchApp());
    await signIn(desk);
    await showQr(desk, '2590');
    await Promise.all([rememberScreens(desk.customer), rememberScreens(desk.cashier)]);
    // The order is read every 3 s, so the read of this moment is missed.
    let reads = 0;
    shop.fault = ({ method }) => {
      if (method === 'GET') reads += 1;
      return null;
    };
    await expect.poll(() => reads, { timeout: 10_000 }).toBeGreaterThan(0);
    await desk.cashier.waitForTimeout(3_000 - outageMs / 2);
    await shop.unplug();
    await desk.cashier.waitForTimeout(outageMs);
    await shop.replug();
    await desk.cashier.waitForTimeout(6_000);
    expect(await screensShown(desk.customer)).toEqual(['qr']);
    expect(await screensShown(desk.cashier)).toEqual(['waiting']);
    await expect(desk.cashier.locator('main')).toHaveAttribute('data-answer', 'not-paid');
    await expect(desk.cashier.locator('[data-silence]')).toHaveCount(0);
    shop.customer().pay(shop.newestOrder().orderId);
    await desk.bothSee('approved', 'paid');
  });
}

test('the gateway is away for longer than ten seconds: a line first, then doubt, and the QR comes back', async ({
  launchApp,
  shop,
}) => {
  const desk = await openDesk(await launchApp());
  await signIn(desk);
  await showQr(desk, '2590');
  await shop.unplug();
  await expect(desk.cashier.locator('[data-silence="short"]')).toContainText('Não entregue.', {
    timeout: 10_000,
  });
  await expect(desk.customer.locator('[data-qr]')).toBeVisible();
  await expect(desk.cashier.locator('main')).toHaveAttribute('data-answer', 'not-paid');

  await desk.cashierSees('doubt', 20_000);
  await desk.customerSees('checking');
  await expect(desk.customer.locator('[data-qr]')).toHaveCount(0);
  await expect(desk.customer.locator('main')).toContainText('Se ainda não pagou, espere o QR voltar.');
  await expect(desk.customer.locator('main')).not.toContainText('Não pague de novo');

  await shop.replug();
  await desk.cashierSees('waiting', 20_000);
  await desk.customerSees('qr');
});
