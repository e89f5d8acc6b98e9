import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CashierBridge } from '../../shared/rpc/bridge.ts';
import { withKeyring } from '../support/displays/with-keyring.ts';
import { startShopGateway, type ShopGateway } from '../support/journey/shop-gateway.ts';
import { expect, test as base, type Till } from './fixtures.ts';

/** The shop's keys on a real keychain, without one, and with one that is gone: tried at a real gateway first. */

const KEYCHAIN = '--password-store=gnome-libsecret';

const test = base.extend<{ shop: ShopGateway }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of a fixture's needs off the pattern
  shop: async ({}, use, testInfo) => {
    const shop = await startShopGateway(testInfo.outputPath('orders.jsonl'));
    await use(shop);
    await shop.close();
  },
});

interface Keys {
  readonly baseUrl: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly clientId: string;
}

function keysOf(shop: ShopGateway): Keys {
  const { accessKey, secretKey, clientId } = shop.credentials;
  return { baseUrl: shop.baseUrl, accessKey, secretKey, clientId };
}

/** Saves as the first-run screen does; gives the error's code, or the view. */
function save(page: Page, { baseUrl, ...keys }: Keys, withoutKeychain = false): Promise<unknown> {
  return page.evaluate(
    async ({ address, ...input }) => {
      const { balcao } = globalThis as unknown as { balcao: CashierBridge };
      const allowed = await balcao.invoke('vault/allow-address', { address });
      if (!allowed.ok) return allowed.error.code;
      const reply = await balcao.invoke('vault/save', input);
      return reply.ok ? reply.value : reply.error.code;
    },
    { address: baseUrl, credentials: { ...keys, gateway: 'other' as const }, withoutKeychain },
  );
}

function describe(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const { balcao } = globalThis as unknown as { balcao: CashierBridge };
    const reply = await balcao.invoke('vault/describe', {});
    return reply.ok ? reply.value : reply.error.code;
  });
}

async function everythingWritten(till: Till): Promise<string> {
  const files = await readdir(till.dataDir, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'latin1').catch(() => ''));
  return (await Promise.all(texts)).join('\n');
}

const endOf = (key: string): string => key.slice(-4);

test('with a keychain: refused keys are not stored, good ones are sealed and outlive the app', async ({
  launchApp,
  shop,
}) => {
  const keys = keysOf(shop);
  await withKeyring(async (keyring) => {
    const options = { env: { ...keyring, BALCAO_TEST: '1' }, args: [KEYCHAIN] };
    const till = await launchApp(options);
    const page = await till.cashier();
    expect(await describe(page)).toMatchObject({ protection: 'keychain', stored: false, chosen: false });
    expect(await save(page, { ...keys, secretKey: 'not-the-secret-key' })).toBe('credentials-refused');
    expect(await describe(page)).toMatchObject({ stored: false });

    const saved = {
      protection: 'keychain',
      stored: true,
      baseUrl: shop.baseUrl,
      accessKeyEnd: endOf(keys.accessKey),
      secretKeyEnd: endOf(keys.secretKey),
      clientIdEnd: endOf(keys.clientId),
      chosen: true,
      unreadable: false,
      file: 'keychain',
    };
    expect(await save(page, keys)).toEqual(saved);
    const written = await everythingWritten(till);
    for (const key of [keys.accessKey, keys.secretKey, keys.clientId]) expect(written).not.toContain(key);

    await till.kill();
    const again = await launchApp(options);
    expect(await describe(await again.cashier())).toEqual(saved);
    await again.kill();
  });

  await test.step('the keychain is gone: said, nothing lost', async () => {
    const till = await launchApp({ env: { BALCAO_TEST: '1' } });
    expect(await describe(await till.cashier())).toMatchObject({
      stored: false,
      unreadable: true,
      chosen: false,
    });
    expect(await readFile(join(till.dataDir, 'vault.json'), 'utf8')).toContain('"sealed"');
  });
});

test('keys go to no address that a page names by itself', async ({ launchApp, shop, electron }) => {
  const till = await launchApp({ env: { BALCAO_TEST: '1' } });
  const page = await till.cashier();
  // The person at main's dialog refuses, and the test sees what was asked.
  await till.app.evaluate(({ dialog }) => {
    const asked: string[] = [];
    const showMessageBox = (_: unknown, { detail = '' }: { detail?: string }) => {
      asked.push(detail);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
    Object.assign(globalThis, { asked });
    Object.assign(dialog, { showMessageBox });
  });
  const { accessKey, secretKey, clientId } = keysOf(shop);
  const codes = await page.evaluate(
    async (typed) => {
      const { balcao } = globalThis as unknown as { balcao: CashierBridge };
      const code = (reply: { ok: boolean; error?: { code: string }; value?: unknown }) =>
        reply.ok ? reply.value : reply.error?.code;
      const named = { ...typed, baseUrl: 'https://evil.example' };
      return {
        named: code(await balcao.invoke('vault/test', named as never)),
        notAllowed: code(await balcao.invoke('vault/test', { ...typed, gateway: 'other' })),
        asked: code(await balcao.invoke('vault/allow-address', { address: 'https://evil.example' })),
        stillNot: code(await balcao.invoke('vault/test', { ...typed, gateway: 'other' })),
      };
    },
    { accessKey, secretKey, clientId },
  );
  const asked = await till.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  // Without security fixes the till takes no keys of production, so nobody is asked.
  const isPinned = electron.kind === 'pinned';
  expect(codes).toEqual({
    named: 'bad-input',
    notAllowed: 'bad-url',
    asked: isPinned ? null : 'trial-runtime',
    stillNot: 'bad-url',
  });
  expect(asked.map((text) => text.includes('https://evil.example'))).toEqual(isPinned ? [true] : []);
});

test('without a keychain: a yes is needed, and the log still holds no key', async ({ launchApp, shop }) => {
  const keys = keysOf(shop);
  const till = await launchApp({ env: { BALCAO_TEST: '1' } });
  const page = await till.cashier();
  expect(await save(page, keys)).toBe('no-keychain');
  expect(await save(page, keys, true)).toMatchObject({ protection: 'none', stored: true });
  const log = await readFile(join(till.dataDir, 'logs', 'balcao.log'), 'utf8');
  for (const key of [keys.accessKey, keys.secretKey, keys.clientId]) expect(log).not.toContain(key);

  const removed = await page.evaluate(async () => {
    const { balcao } = globalThis as unknown as { balcao: CashierBridge };
    return balcao.invoke('vault/remove', {});
  });
  expect(removed).toMatchObject({ ok: true, value: { stored: false, chosen: true } });
  const vault = await readFile(join(till.dataDir, 'vault.json'), 'utf8');
  expect(vault).not.toContain(keys.accessKey);
});
