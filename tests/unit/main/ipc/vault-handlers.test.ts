import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { vaultHandlers } from '../../../../main/ipc/vault-handlers.ts';
import { systemProtection } from '../../../../main/vault/protection.ts';
import { openVault } from '../../../../main/vault/vault.ts';
import type { CoreClient } from '../../../../shared/rpc/client.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';
import { fakeSafeStorage } from '../fakes/fake-safe-storage.ts';

const KEYS = {
  baseUrl: 'https://api-staging.shipay.com.br',
  accessKey: 'access-key-of-the-shop',
  secretKey: 'secret-key-of-the-shop',
  clientId: 'client-id-of-the-till',
};
const SAVE = { credentials: KEYS, withoutKeychain: false };

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
  const handlers = vaultHandlers(vault, () => (answers === null ? null : client));
  return { handlers, vault, calls, log };
}

const outcome = (reply: { ok: boolean; error?: { code: string } }): string => reply.error?.code ?? 'ok';

test('keys are tried, stored, taken up by the core, and described', async () => {
  const { handlers, vault, calls } = setUp();
  const reply = await handlers['vault/save'](SAVE);
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
    const { handlers, calls } = setUp({ 'gateway/test': refuse(code) });
    expect(outcome(await handlers['vault/save'](SAVE))).toBe(code);
    expect(calls).toHaveLength(1);
    expect(readdirSync(dataDir)).toEqual([]);
  },
);

test('while a charge is open the core keeps its keys, and so does the disk', async () => {
  const { handlers } = setUp({ 'gateway/use': refuse('unsettled-charge') });
  expect(outcome(await handlers['vault/save'](SAVE))).toBe('unsettled-charge');
  expect(outcome(await handlers['vault/choose-training']({}))).toBe('unsettled-charge');
  expect(readdirSync(dataDir)).toEqual([]);
});

test('without a keychain a person is asked before the keys go anywhere', async () => {
  const { handlers, calls } = setUp({}, null);
  expect(outcome(await handlers['vault/save'](SAVE))).toBe('no-keychain');
  expect(calls).toEqual([]);
  expect(outcome(await handlers['vault/save']({ ...SAVE, withoutKeychain: true }))).toBe('ok');
});

test('without a core nothing changes', async () => {
  const { handlers } = setUp(null);
  expect(outcome(await handlers['vault/test'](KEYS))).toBe('core-restarted');
  expect(outcome(await handlers['vault/save'](SAVE))).toBe('core-restarted');
  expect(outcome(await handlers['vault/remove']({}))).toBe('core-restarted');
  expect(outcome(await handlers['vault/describe']({}))).toBe('ok');
});

test('removing and choosing training leave no key; the choice is remembered', async () => {
  const { handlers, calls } = setUp();
  await handlers['vault/save'](SAVE);
  expect(await handlers['vault/remove']({})).toMatchObject({
    ok: true,
    value: { stored: false, chosen: true },
  });
  expect(calls.at(-1)).toEqual(['gateway/use', { credentials: null }]);
  expect(readFileSync(join(dataDir, 'vault.json'), 'utf8')).not.toContain('sealed');
});

test('when the file cannot be put in place the core uses the earlier keys again', async () => {
  const { handlers, vault, calls } = setUp();
  await handlers['vault/save'](SAVE);
  const other = { ...KEYS, clientId: 'client-id-of-another-till' };
  const stage = vault.stage;
  Object.assign(vault, {
    stage: (...args: Parameters<typeof stage>) => {
      const staged = stage(...args);
      return staged.ok ? { ok: true, value: { ...staged.value, commit: () => refuseCommit() } } : staged;
    },
  });
  const refuseCommit = () => ({ ok: false, error: 'storage-failed' });
  expect(outcome(await handlers['vault/save']({ ...SAVE, credentials: other }))).toBe('storage-failed');
  expect(calls.slice(-2)).toEqual([
    ['gateway/use', { credentials: other }],
    ['gateway/use', { credentials: KEYS }],
  ]);
});

test('the manager’s PIN goes to the core, also on the way back, and what the core says of it comes out whole', async () => {
  const wait = { ok: false, error: { code: 'wait', message: 'wait', details: { waitMs: 2_000 } } };
  const waiting = setUp({ 'gateway/use': wait });
  expect(await waiting.handlers['vault/save']({ ...SAVE, managerPin: '9630' })).toEqual(wait);
  expect(await waiting.handlers['vault/remove']({ managerPin: '9630' })).toEqual(wait);
  expect(await waiting.handlers['vault/choose-training']({ managerPin: '9630' })).toEqual(wait);
  expect(waiting.calls.slice(1)).toEqual([
    ['gateway/use', { credentials: KEYS, managerPin: '9630' }],
    ['gateway/use', { credentials: null, managerPin: '9630' }],
    ['gateway/use', { credentials: null, managerPin: '9630' }],
  ]);
  expect(readdirSync(dataDir)).toEqual([]);

  const { handlers, vault, calls } = setUp();
  const staged = { commit: () => ({ ok: false, error: 'storage-failed' }), discard: () => undefined };
  Object.assign(vault, { stage: () => ({ ok: true, value: staged }) });
  expect(outcome(await handlers['vault/save']({ ...SAVE, managerPin: '9630' }))).toBe('storage-failed');
  expect(calls.at(-1)).toEqual(['gateway/use', { credentials: null, managerPin: '9630' }]);
});

test('two changes at once happen one after the other', async () => {
  const { handlers, vault } = setUp();
  await Promise.all([handlers['vault/save'](SAVE), handlers['vault/remove']({})]);
  expect(vault.credentials()).toBeNull();
});

test('no key is in the log, whatever goes wrong', async () => {
  const { handlers, log } = setUp({ 'gateway/use': refuse('storage-failed') });
  await handlers['vault/save'](SAVE);
  expect(JSON.stringify(log.records)).not.toMatch(/of-the-(shop|till)/);
});
