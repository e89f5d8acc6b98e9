import { expect, test, vi } from 'vitest';
import { addressDialog } from '../../../../main/ipc/ask-address.ts';
import { createGatewayAddresses } from '../../../../main/ipc/gateway-addresses.ts';
import { movesMoney } from '../../../../main/ipc/real-money.ts';
import type { CoreClient } from '../../../../shared/rpc/client.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';
import { createVirtualClock } from '../../../support/time/virtual-clock.ts';

const OTHER = 'https://api-conexaorede.example';
const refused = (code: string) => ({ ok: false, error: { code, message: code } });

function setUp(
  options: {
    readonly checked?: unknown;
    readonly agrees?: boolean;
    readonly developer?: boolean;
    readonly trial?: boolean;
  } = {},
) {
  const invoke = vi.fn(() => Promise.resolve(options.checked ?? { ok: true, value: { baseUrl: OTHER } }));
  const ask = vi.fn(() => Promise.resolve(options.agrees ?? true));
  const clock = createVirtualClock();
  const log = keptLogger();
  const addresses = createGatewayAddresses({
    core: () => ({ invoke }) as unknown as CoreClient,
    ask,
    takesLoopback: options.developer ?? false,
    takesRealMoney: !(options.trial ?? false),
    clock,
    logger: log.logger,
  });
  return { addresses, invoke, ask, clock, log };
}

test('the addresses of the program need no question', () => {
  const { addresses } = setUp();
  expect(addresses.of('production')).toEqual({ ok: true, value: 'https://api.shipay.com.br' });
  expect(addresses.of('staging')).toEqual({ ok: true, value: 'https://api-staging.shipay.com.br' });
  expect(addresses.of('other')).toEqual({ ok: false, error: 'bad-url' });
});

test('another address is used after the core has checked it with the PIN, and a person has agreed', async () => {
  const { addresses, invoke, ask } = setUp();
  const reply = await addresses.allow({ address: `${OTHER}/`, managerPin: '9630' });
  expect(reply).toEqual({ ok: true, value: { allowed: true } });
  expect(invoke).toHaveBeenCalledWith('gateway/check-address', { address: `${OTHER}/`, managerPin: '9630' });
  // The person sees what will be used, not what the page sent.
  expect(ask).toHaveBeenCalledWith(OTHER);
  expect(addresses.of('other')).toEqual({ ok: true, value: OTHER });
});

test.each(['wrong-pin', 'wait', 'bad-url', 'storage-failed'])(
  'an address that the core refuses with %s reaches no person',
  async (code) => {
    const { addresses, ask } = setUp({ checked: refused(code) });
    expect(await addresses.allow({ address: OTHER })).toEqual(refused(code));
    expect(ask).not.toHaveBeenCalled();
    expect(addresses.of('other')).toEqual({ ok: false, error: 'bad-url' });
  },
);

test('an address that the person refuses is not used, and the one before stays', async () => {
  const { addresses } = setUp({ agrees: false });
  expect(await addresses.allow({ address: OTHER })).toEqual({ ok: true, value: null });
  expect(addresses.of('other')).toEqual({ ok: false, error: 'bad-url' });
});

test('one question at a time, some seconds apart', async () => {
  const { addresses, ask, clock } = setUp({ agrees: false });
  await addresses.allow({ address: OTHER });
  const second = addresses.allow({ address: OTHER });
  expect(await addresses.allow({ address: OTHER })).toMatchObject(refused('connection-busy'));
  await clock.advance(2_900);
  expect(ask).toHaveBeenCalledTimes(1);
  await clock.advance(200);
  await second;
  expect(ask).toHaveBeenCalledTimes(2);
});

test.each(['http://127.0.0.1:8080', 'http://[::1]:8080'])(
  'an installed till asks about %s too; a run from the sources does not',
  async (address) => {
    const installed = setUp({ checked: { ok: true, value: { baseUrl: address } } });
    await installed.addresses.allow({ address });
    expect(installed.ask).toHaveBeenCalledTimes(1);
    const developer = setUp({ developer: true });
    await developer.addresses.allow({ address });
    expect(developer.ask).not.toHaveBeenCalled();
    expect(developer.addresses.of('other')).toEqual({ ok: true, value: address });
  },
);

test('what only looks like this machine is asked about, in a run from the sources as well', async () => {
  for (const address of [
    'https://127.0.0.1',
    'http://127.0.0.1.evil.example',
    'http://localhost@evil.example',
  ]) {
    const { addresses, ask } = setUp({ developer: true, agrees: false });
    await addresses.allow({ address });
    expect(ask).toHaveBeenCalledTimes(1);
  }
});

test('on an Electron without security fixes no money moves', async () => {
  const { addresses, ask } = setUp({ trial: true, developer: true });
  expect(addresses.of('production')).toEqual({ ok: false, error: 'trial-runtime' });
  expect(addresses.of('staging')).toMatchObject({ ok: true });
  expect(await addresses.allow({ address: OTHER })).toMatchObject(refused('trial-runtime'));
  expect(ask).not.toHaveBeenCalled();
  expect(await addresses.allow({ address: 'http://127.0.0.1:1' })).toMatchObject({ ok: true });
});

test.each([
  ['https://api.shipay.com.br', true],
  ['https://api-conexaorede.example', true],
  ['https://api-staging.shipay.com.br.evil.example', true],
  ['not an address', true],
  ['https://api-staging.shipay.com.br', false],
  ['http://127.0.0.1:4010', false],
  ['http://[::1]:4010', false],
])('money moves at %s: %s', (address, moves) => {
  expect(movesMoney(address)).toBe(moves);
});

test.each(['pt-BR', 'en'] as const)(
  'the dialog in %s shows the address; only its second button agrees',
  async (language) => {
    const window = {} as never;
    for (const [response, agreed] of [
      [0, false],
      [1, true],
    ] as const) {
      const showMessageBox = vi.fn(() => Promise.resolve({ response, checkboxChecked: false }));
      expect(await addressDialog({ showMessageBox }, window, { language })(OTHER)).toBe(agreed);
      const [, shown] = showMessageBox.mock.calls[0] as unknown as [unknown, Record<string, unknown>];
      expect(shown['detail']).toContain(OTHER);
      expect(shown).toMatchObject({ defaultId: 0, cancelId: 0 });
    }
  },
);
