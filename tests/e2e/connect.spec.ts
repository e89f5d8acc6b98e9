import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withKeyring } from '../support/displays/with-keyring.ts';
import { askToConnect, typeKeys, type TypedKeys } from '../support/journey/connect.ts';
import { connectTill } from '../support/journey/connected-till.ts';
import { openDesk, type Desk } from '../support/journey/open-desk.ts';
import { startShopGateway, type ShopGateway } from '../support/journey/shop-gateway.ts';
import { expect, test as base } from './fixtures.ts';

const test = base.extend<{ shop: ShopGateway }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of a fixture's needs off the pattern
  shop: async ({}, use, testInfo) => {
    const shop = await startShopGateway(testInfo.outputPath('gateway.json'));
    await use(shop);
    await shop.close();
  },
});

const secretsOf = ({ credentials }: ShopGateway): readonly string[] => [
  credentials.accessKey,
  credentials.secretKey,
  credentials.clientId,
];

const keysOf = (shop: ShopGateway): TypedKeys => ({ baseUrl: shop.baseUrl, ...shop.credentials });

/** The shop's names, a manager and an operator: the steps of the first run after the keys. */
async function nameEverybody(desk: Desk): Promise<void> {
  await expect(desk.cashier.locator('[data-step="shop"]')).toBeVisible();
  await desk.customerSees('preparing');
  await desk.press('Enter');
  await expect(desk.cashier.locator('[data-problem="missing"]')).toBeVisible();
  // One step back, and forward again without a change.
  await desk.press('Escape');
  await expect(desk.cashier.locator('[data-step="connect"]')).toBeVisible();
  await desk.press('Escape');
  await expect(desk.cashier.locator('[data-step="shop"]')).toBeVisible();
  await desk.type('Padaria Sol');
  await desk.press('Tab');
  await desk.type('Caixa 1');
  await desk.press('Enter');
  await expect(desk.cashier.locator('[data-step="manager"]')).toBeVisible();
  await desk.type('Rui');
  for (const pin of ['963074', '963074']) {
    await desk.press('Tab');
    await desk.type(pin);
  }
  await desk.press('Enter');
  await expect(desk.cashier.locator('[data-step="operators"]')).toBeVisible();
  await desk.type('Bia');
  for (const pin of ['2580', '2580', '963074']) {
    await desk.press('Tab');
    await desk.type(pin);
  }
  await desk.press('Enter');
  await expect(desk.cashier.getByText('Bia', { exact: true })).toBeVisible();
  await expect(desk.cashier.getByText('Cadastro de Bia feito')).toBeVisible();
  await desk.press('F2');
  await desk.cashierSees('sign-in');
}

test('keys are tested before they are kept; without a keychain the person is asked first', async ({
  launchApp,
  shop,
  dataDir,
}) => {
  const till = await launchApp();
  const desk = await openDesk(till);
  const vault = join(dataDir, 'vault.json');
  const form = await askToConnect(desk);

  await test.step('nothing typed, and an address in the clear', async () => {
    await desk.press('Enter');
    await expect(form.locator('[data-problem="missing"]')).toBeVisible();
    await expect(form.getByLabel('Access Key')).toBeFocused();
    await desk.press('F2');
    await expect(form.getByLabel('Access Key')).toHaveAttribute('type', 'text');
    await desk.press('F2');
    await typeKeys(desk, { ...keysOf(shop), baseUrl: 'http://gateway.example.com' });
    await desk.press('Enter');
    await expect(form.locator('[data-problem="badUrl"]')).toBeVisible();
  });

  await test.step('nobody at that address', async () => {
    await typeKeys(desk, { ...keysOf(shop), baseUrl: 'http://127.0.0.1:9' });
    await desk.press('Enter');
    await expect(form.locator('[data-error="unreachable"]')).toBeVisible({ timeout: 20_000 });
  });

  await test.step('wrong keys', async () => {
    await typeKeys(desk, { ...keysOf(shop), secretKey: 'not-the-secret' });
    await desk.press('Enter');
    await expect(form.locator('[data-error="credentials-refused"]')).toBeVisible();
    expect(existsSync(vault)).toBe(false);
  });

  await test.step('right keys, no keychain: kept in a file only after a yes', async () => {
    await typeKeys(desk, keysOf(shop));
    await desk.press('Enter');
    await expect(form.locator('[data-tested]')).toBeVisible();
    await expect(form).toContainText('não tem cofre de senhas');
    await desk.press('Enter');
    await expect(form.locator('[data-problem="unprotected"]')).toBeVisible();
    await expect(form.getByRole('checkbox')).toBeFocused();
    expect(existsSync(vault)).toBe(false);
    await desk.press('Space', 'Enter');
    await nameEverybody(desk);
    await expect(desk.cashier.locator('[data-training]')).toHaveCount(0);
  });
});

test('where the keys of a shop are gone, its manager answers the first question', async ({
  launchApp,
  shop,
  dataDir,
}) => {
  await connectTill(dataDir, shop);
  await rm(join(dataDir, 'vault.json'));
  const desk = await openDesk(await launchApp());
  const firstRun = await desk.cashierSees('first-run');

  await test.step('not even training without the PIN', async () => {
    await desk.press('Tab');
    await desk.type('1234');
    await desk.press('Enter');
    await expect(firstRun.locator('[data-error="wrong-pin"]')).toBeVisible();
  });

  await test.step('connected again, there is nobody to add', async () => {
    await desk.press('Shift+Tab', 'ArrowDown', 'Enter');
    await expect(desk.cashier.locator('[data-step="connect"] form')).toBeVisible();
    await typeKeys(desk, keysOf(shop));
    await desk.press('Tab');
    await desk.type('4321');
    await desk.press('Enter');
    await expect(desk.cashier.locator('[data-tested]')).toBeVisible();
    await desk.press('Tab', 'Space', 'Enter');
    const signIn = await desk.cashierSees('sign-in');
    await expect(signIn).toContainText('Marta');
    await expect(desk.cashier.locator('[data-training]')).toHaveCount(0);
  });
});

test('with a keychain: sealed on disk, shown by their last four characters, there after a restart, and removed', async ({
  launchApp,
  shop,
  dataDir,
}) => {
  await withKeyring(async (env) => {
    const options = { env, args: ['--password-store=gnome-libsecret'] };
    const till = await launchApp(options);
    const desk = await openDesk(till);
    await askToConnect(desk);
    await typeKeys(desk, keysOf(shop));
    await desk.press('Enter');
    await expect(desk.cashier.locator('[data-tested]')).toBeVisible();
    await desk.press('Enter');
    await nameEverybody(desk);

    const stored = await readFile(join(dataDir, 'vault.json'), 'utf8');
    for (const key of secretsOf(shop)) expect(stored).not.toContain(key);
    await Promise.all([till.app.waitForEvent('close'), till.app.evaluate(({ app }) => app.quit())]);

    const restarted = await launchApp(options);
    const again = await openDesk(restarted);
    await again.cashierSees('sign-in');
    await again.press('F1');
    const settings = await again.cashierSees('settings');
    await again.press('ArrowRight');
    for (const key of secretsOf(shop)) {
      await expect(settings).toContainText(`termina em ${key.slice(-4)}`);
      expect(await again.cashier.content()).not.toContain(key);
    }
    await again.press('Delete');
    await test.step('an operator’s PIN does not remove them', async () => {
      await again.type('2580');
      await again.press('Enter');
      await expect(settings.locator('[data-error="wrong-pin"]')).toBeVisible();
      expect(await readFile(join(dataDir, 'vault.json'), 'utf8')).not.toContain('"protection": "empty"');
    });
    await again.type('963074');
    await again.press('Enter');
    await expect(settings).toContainText('em treinamento');
    expect(await readFile(join(dataDir, 'vault.json'), 'utf8')).toContain('"protection": "empty"');

    await test.step('from training back to the shop: its manager, and not that of training', async () => {
      await again.press('F2');
      await expect(settings.locator('form')).toBeVisible();
      await typeKeys(again, keysOf(shop));
      await again.press('Tab');
      await again.type('4321');
      await again.press('Enter');
      await expect(settings.locator('[data-tested]')).toBeVisible();
      await again.press('Enter');
      await expect(settings.locator('[data-error="wrong-pin"]')).toBeVisible();
      await again.type('963074');
      await again.press('Enter');
      await expect(again.cashier.locator('[data-training]')).toHaveCount(0);
    });

    await test.step('the names of the shop and its time are the manager’s too', async () => {
      await again.press('Escape');
      await again.press('F1');
      await again.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'Tab', 'Tab', 'ControlOrMeta+A');
      await again.type('Caixa 7');
      await again.press('Tab', 'ArrowRight');
      await expect(settings.getByRole('radio', { name: 'Manaus e Cuiabá' })).toBeChecked();
      await again.press('Tab');
      await again.type('963074');
      await again.press('Enter');
      await expect(settings.getByRole('status')).toHaveText('Salvo.');
    });
    // The till writes into the home of the keyring, which is removed next.
    await restarted.kill();
  });
});
