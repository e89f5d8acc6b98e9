import type { Fault } from '../../main/core/gateway/training/faults.ts';
import { openDesk } from '../support/journey/open-desk.ts';
import { cancelWaiting, charge, signIn } from '../support/journey/sell.ts';
import { chargesOf, newestCharge } from '../support/journey/shop-software.ts';
import type { ShopGateway } from '../support/journey/shop-gateway.ts';
import { expect } from './fixtures.ts';
import { test } from './shop-fixtures.ts';

/** Applies a fault to every read of an order, and to no other request. */
const onStatus =
  (fault: Fault): ShopGateway['fault'] =>
  ({ method, path }) =>
    method === 'GET' && /^\/order\/[^/]+$/.test(path) ? fault : null;

const HTML = { kind: 'answer', status: 502, body: '<html><h1>Bad Gateway</h1></html>' } as const;

test('no connection: the till says so, a charge waits without a QR, and its QR comes by itself', async ({
  launchApp,
  shop,
  dataDir,
}) => {
  const desk = await openDesk(await launchApp());
  await signIn(desk);
  await desk.bothSee('sell', 'idle');
  const header = (online: boolean) => desk.cashier.locator(`header [data-online="${online}"]`);
  await expect(header(true)).toBeVisible();

  await test.step('charged without a connection: queued, and no QR is shown', async () => {
    await shop.unplug();
    await charge(desk, '1800');
    await desk.bothSee('queued', 'wait');
    await expect(desk.cashier.locator('main')).toHaveAttribute('data-answer', 'not-paid');
    await expect(header(false)).toBeVisible();
    await expect(desk.cashier.locator('header [data-queue="1"]')).toBeVisible();
  });

  await test.step('dropped with Esc: the customer reads that there is no Pix now', async () => {
    await desk.press('Escape');
    await desk.cashierSees('sell');
    await desk.customerSees('offline', 20_000);
    expect((await newestCharge(dataDir)).status).toBe('cancelled');
  });

  await test.step('the next one waits, and turns into a QR when the line is back', async () => {
    await charge(desk, '2750');
    await desk.bothSee('queued', 'wait');
    await shop.replug();
    await desk.cashierSees('waiting', 20_000);
    await desk.customerSees('qr');
    await expect(header(true)).toBeVisible();
    expect(shop.newestOrder().total).toBe(2750);
    expect(shop.customer().orders()).toHaveLength(1);
  });
});

test('answers that make no sense are doubt, never “not paid”; when sense returns, so does the answer', async ({
  launchApp,
  shop,
}) => {
  // Each silence is a doubt only after ten seconds.
  test.slow();
  const desk = await openDesk(await launchApp());
  await signIn(desk);
  await charge(desk, '4500');
  await desk.bothSee('waiting', 'qr');

  const faults: readonly (readonly [string, Fault, string])[] = [
    ['a page of HTML', HTML, 'silent'],
    ['half of the JSON', { kind: 'half-json' }, 'silent'],
    ['an unknown word', { kind: 'replace', members: { status: 'quantum' } }, 'unknown-word'],
  ];
  for (const [name, fault, problem] of faults) {
    await test.step(name, async () => {
      shop.fault = onStatus(fault);
      await desk.cashierSees('doubt', 30_000);
      await expect(desk.cashier.locator('main')).toHaveAttribute('data-answer', 'doubt');
      await expect(desk.cashier.locator(`[data-problem="${problem}"]`)).toBeVisible();
      await desk.customerSees('checking');
      await expect(desk.customer.locator('[data-qr]')).toHaveCount(0);
      shop.fault = null;
      await desk.cashierSees('waiting', 30_000);
      await desk.customerSees('qr');
    });
  }

  await test.step('paid with another amount: doubt until a person decides; F10 refunds it', async () => {
    shop.customer().payOtherAmount(shop.newestOrder().orderId);
    await desk.cashierSees('doubt');
    await expect(desk.cashier.locator('[data-problem="paid-other-amount"]')).toContainText('R$ 44,99');
    await desk.customerSees('checking');
    await desk.press('F10');
    const refund = await desk.cashierSees('refund');
    await desk.type('pagou outro valor');
    await desk.press('Tab');
    await desk.type('4321');
    await desk.press('Enter');
    await expect(refund).toBeHidden();
    await desk.cashierSees('sell', 20_000);
  });
});

test('a payment with an unreadable amount: no refund and no stray Enter until the amount is known', async ({
  launchApp,
  shop,
}) => {
  const desk = await openDesk(await launchApp());
  await signIn(desk);
  await charge(desk, '4500');
  await desk.bothSee('waiting', 'qr');
  shop.fault = onStatus({ kind: 'replace', members: { paid_amount: 'quarenta e cinco' } });
  shop.customer().pay(shop.newestOrder().orderId);
  await desk.cashierSees('doubt', 30_000);
  const reason = desk.cashier.locator('[data-problem="paid-other-amount"]');
  await expect(reason).toContainText('valor ilegível');
  await expect(reason).toContainText('quarenta e cinco');
  await expect(desk.cashier.locator('[aria-keyshortcuts="F4"]')).toBeVisible();
  await expect(desk.cashier.locator('[aria-keyshortcuts="F10"]')).toHaveCount(0);
  await desk.press('Enter');
  await desk.press('F10');
  await expect(reason).toBeVisible();
  shop.fault = null;
  await desk.cashierSees('approved', 30_000);
  await expect(desk.cashier.locator('main')).toHaveAttribute('data-answer', 'paid');
});

test('a create that is answered with nonsense twice asks the cashier, and Enter makes a fresh attempt of the same charge', async ({
  launchApp,
  shop,
  dataDir,
}) => {
  const desk = await openDesk(await launchApp());
  await signIn(desk);
  shop.fault = ({ method, path }) => (method === 'POST' && path === '/order' ? { kind: 'half-json' } : null);
  await charge(desk, '6000');
  await desk.cashierSees('choices', 20_000);
  await desk.customerSees('wait');
  shop.fault = null;
  await desk.press('Enter');
  await desk.bothSee('waiting', 'qr');
  expect(await chargesOf(dataDir)).toHaveLength(1);
  // The QRs of the two lost orders were never shown; the orders are searched for in the list, once a minute.
  const shown = await newestCharge(dataDir);
  expect(shown).toMatchObject({ amount: 6000, status: 'pending', attempts: 3 });
  await cancelWaiting(desk);
  await desk.bothSee('sell', 'cancelled');
  await expect(desk.cashier.locator('[data-news="cancelling"]')).toContainText('R$ 60,00');
});
