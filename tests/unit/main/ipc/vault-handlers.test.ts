import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { vaultHandlers } from '../../../../main/ipc/vault-handlers.ts';
import { systemProtection } from '../../../../main/vault/protection.ts';
import { openVault } from '../../../../main/vault/vault.ts';
import type { CoreClient } from '../../../../shared/rpc/client.ts';
import { createGatewayAddresses } from '../../../../main/ipc/gateway-addresses.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';
import { createVirtualClock } from '../../../support/time/virtual-clock.ts';
import { fakeSafeStorage } from '../fakes/fake-safe-storage.ts';

const TYPED = {
  gateway: 'staging',
  accessKey: 'access-key-of-the-shop',
  secretKey: 'secret-key-of-the-shop',
  clientId: 'client-id-of-the-till',
} as const;
const { gateway: _, ...SECRETS } = TYPED;
const KEYS = { ...SECRETS, baseUrl: 'https://api-staging.shipay.com.br' };
const SAVE = { credentials: TYPED, withoutKeychain: false };

let dataDir = '';
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'balcao-keys-'))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const fine = { ok: true, value: { wallets: 2, mode: 'production' } };
const refuse = (code: string) => ({ ok: false, error: { code, message: code } });

/** A core that answers as told, or none. */
function setUp(answers: Record<string, unknown> | null = {}, account: string | null = 'ana') {
  const log = keptLogger();
  const vault = openVault(dataDir, systemProtection(fakeSafeStorage({ account }), 'linux'), log.logger);
  const calls: [method: string, input: unknown][] = [];
  const client = {
    invoke(method: string, input: unknown) {
      calls.push([method, input]);
      return Promise.resolve(answers?.[method] ?? fine);
    },
  } as unknown as CoreClient;
  const core = () => (answers === null ? null : client);
  const clock = createVirtualClock();
  const addresses = createGatewayAddresses({
    core,
    ask: () => Promise.reject(new Error('nobody is asked here')),
    takesLoopback: false,
    takesRealMoney: true,
    clock,
    logger: log.logger,
  });
  const handlers = vaultHandlers(vault, core, addresses, clock);
  /** Lets the time between two tests pass until the reply is there. */
  const save = async (input: Parameters<(typeof handlers)['vault/save']>[0]) => {
    const reply = Promise.resolve(handlers['vault/save'](input));
    await clock.advance(5_000);
    return reply;
  };
  return { handlers, save, vault, calls, log, clock };
}

const outcome = (reply: { ok: boolean; error?: { code: string } }): string => reply.error?.code ?? 'ok';

test('keys are tried, stored, taken up by the core, and described', async () => {
  const { save, vault, calls } = setUp();
  const reply = await save(SAVE);
  expect(reply).toMatchObject({ ok: true, value: { stored: true, accessKeyEnd: 'shop', chosen: true } });
  expect(calls).toEqual([
    ['gateway/test', KEYS],
    ['gateway/use', { credentials: KEYS }],
  ]);
  expect(vault.credentials()).toEqual(KEYS);
});

test.each(['bad-url', 'unreachable', 'credentials-refused', 'gateway-trouble'])(
  'keys that fail their trial with %s are neither stored nor used',
  async (code) => {
    const { save, calls } = setUp({ 'gateway/test': refuse(code) });
    expect(outcome(await save(SAVE))).toBe(code);
    expect(calls).toHaveLength(1);
    expect(readdirSync(dataDir)).toEqual([]);
  },
);

test('while a charge is open the core keeps its keys, and so does the disk', async () => {
  const { handlers, save } = setUp({ 'gateway/use': refuse('unsettled-charge') });
  expect(outcome(await save(SAVE))).toBe('unsettled-charge');
  expect(outcome(await handlers['vault/choose-training']({}))).toBe('unsettled-charge');
  expect(readdirSync(dataDir)).toEqual([]);
});

test('without a keychain a person is asked before the keys go anywhere', async () => {
  const { save, calls } = setUp({}, null);
  expect(outcome(await save(SAVE))).toBe('no-keychain');
  expect(calls).toEqual([]);
  expect(outcome(await save({ ...SAVE, withoutKeychain: true }))).toBe('ok');
});

test('without a core nothing changes', async () => {
  const { handlers, save } = setUp(null);
  expect(outcome(await handlers['vault/test'](TYPED))).toBe('core-restarted');
  expect(outcome(await save(SAVE))).toBe('core-restarted');
  expect(outcome(await handlers['vault/remove']({}))).toBe('core-restarted');
  expect(outcome(await handlers['vault/describe']({}))).toBe('ok');
});

test('removing and choosing training leave no key; the choice is remembered', async () => {
  const { handlers, save, calls } = setUp();
  await save(SAVE);
  expect(await handlers['vault/remove']({})).toMatchObject({
    ok: true,
    value: { stored: false, chosen: true },
  });
  expect(calls.at(-1)).toEqual(['gateway/use', { credentials: null }]);
  expect(readFileSync(join(dataDir, 'vault.json'), 'utf8')).not.toContain('sealed');
});

test('when the file cannot be put in place the core uses the earlier keys again', async () => {
  const { save, vault, calls } = setUp();
  await save(SAVE);
  const typed = { ...TYPED, clientId: 'client-id-of-another-till' };
  const other = { ...KEYS, clientId: typed.clientId };
  const stage = vault.stage;
  Object.assign(vault, {
    stage: (...args: Parameters<typeof stage>) => {
      const staged = stage(...args);
      return staged.ok ? { ok: true, value: { ...staged.value, commit: () => refuseCommit() } } : staged;
    },
  });
  const refuseCommit = () => ({ ok: false, error: 'storage-failed' });
  expect(outcome(await save({ ...SAVE, credentials: typed }))).toBe('storage-failed');
  expect(calls.slice(-2)).toEqual([
    ['gateway/use', { credentials: other }],
    ['gateway/use', { credentials: KEYS }],
  ]);
});

test('the manager’s PIN goes to the core, also on the way back, and what the core says of it comes out whole', async () => {
  const wait = { ok: false, error: { code: 'wait', message: 'wait', details: { waitMs: 2_000 } } };
  const waiting = setUp({ 'gateway/use': wait });
  expect(await waiting.save({ ...SAVE, managerPin: '9630' })).toEqual(wait);
  expect(await waiting.handlers['vault/remove']({ managerPin: '9630' })).toEqual(wait);
  expect(await waiting.handlers['vault/choose-training']({ managerPin: '9630' })).toEqual(wait);
  expect(waiting.calls.slice(1)).toEqual([
    ['gateway/use', { credentials: KEYS, managerPin: '9630' }],
    ['gateway/use', { credentials: null, managerPin: '9630' }],
    ['gateway/use', { credentials: null, managerPin: '9630' }],
  ]);
  expect(readdirSync(dataDir)).toEqual([]);

  const { save, vault, calls } = setUp();
  const staged = { commit: () => ({ ok: false, error: 'storage-failed' }), discard: () => undefined };
  Object.assign(vault, { stage: () => ({ ok: true, value: staged }) });
  expect(outcome(await save({ ...SAVE, managerPin: '9630' }))).toBe('storage-failed');
  expect(calls.at(-1)).toEqual(['gateway/use', { credentials: null, managerPin: '9630' }]);
});

test('two changes at once happen one after the other', async () => {
  const { handlers, save, vault } = setUp();
  await Promise.all([save(SAVE), handlers['vault/remove']({})]);
  expect(vault.credentials()).toBeNull();
});

test('no key is in the log, whatever goes wrong', async () => {
  const { save, log } = setUp({ 'gateway/use': refuse('storage-failed') });
  await save(SAVE);
  expect(JSON.stringify(log.records)).not.toMatch(/of-the-(shop|till)/);
});

test('tests are some seconds apart, and none queues behind a waiting one', async () => {
  const { handlers, calls, clock } = setUp();
  const test = () => Promise.resolve(handlers['vault/test'](TYPED));
  expect(outcome(await test())).toBe('ok');
  const [second, third] = [test(), test()];
  expect(outcome(await third)).toBe('connection-busy');
  await clock.advance(2_900);
  expect(calls).toHaveLength(1);
  await clock.advance(200);
  expect(outcome(await second)).toBe('ok');
  expect(calls).toHaveLength(2);
  // A test that fails counts as well, and saving tests too.
  const saving = Promise.resolve(handlers['vault/save'](SAVE));
  await clock.advance(1);
  expect(outcome(await test())).toBe('connection-busy');
  await clock.advance(3_100);
  expect(outcome(await saving)).toBe('ok');
});

test('keys go only to an address of the program, unless a person has allowed another one', async () => {
  const { handlers, calls } = setUp();
  expect(await handlers['vault/test']({ ...TYPED, gateway: 'other' })).toMatchObject({
    error: { code: 'bad-url' },
  });
  expect(
    await handlers['vault/save']({ ...SAVE, credentials: { ...TYPED, gateway: 'other' } }),
  ).toMatchObject({
    error: { code: 'bad-url' },
  });
  expect(calls).toEqual([]);
});
