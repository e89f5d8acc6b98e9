import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemProtection } from '../../../../main/vault/protection.ts';
import { openVault, type Vault } from '../../../../main/vault/vault.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';
import { fakeSafeStorage, type FakeKeychain } from '../fakes/fake-safe-storage.ts';
import { expectMode, isWindows, notOnWindows } from '../../../support/windows/not-on-windows.ts';

const KEYS = {
  baseUrl: 'https://api-staging.shipay.com.br',
  accessKey: 'access-key-of-the-shop',
  secretKey: 'secret-key-of-the-shop',
  clientId: 'client-id-of-the-till',
};

let dataDir = '';
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'balcao-vault-'))));
afterEach(() => {
  chmodSync(dataDir, 0o700);
  rmSync(dataDir, { recursive: true, force: true });
});

const path = (): string => join(dataDir, 'vault.json');
const stored = (): string => readFileSync(path(), 'utf8');

function open(keychain: FakeKeychain, log = keptLogger()): Vault {
  const protection = systemProtection(fakeSafeStorage(keychain), 'linux');
  return openVault(dataDir, protection, log.logger, () => 0);
}

/** Stages and commits in one go. */
function save(vault: Vault, keys: typeof KEYS | null, withoutKeychain = false): string {
  const staged = vault.stage(keys, withoutKeychain);
  if (!staged.ok) return staged.error;
  const committed = staged.value.commit();
  return committed.ok ? 'saved' : committed.error;
}

test('a new till has no keys and nothing was chosen', () => {
  const vault = open({ account: 'ana' });
  expect(vault.describe()).toEqual({
    protection: 'keychain',
    stored: false,
    baseUrl: null,
    accessKeyEnd: null,
    secretKeyEnd: null,
    clientIdEnd: null,
    chosen: false,
    unreadable: false,
    file: null,
  });
  expect(vault.credentials()).toBeNull();
});

test('keys are sealed, come back after a restart, and are shown as four characters', () => {
  expect(save(open({ account: 'ana' }), KEYS)).toBe('saved');
  expect(stored()).not.toContain('of-the-shop');
  expectMode(path(), 0o600);
  const again = open({ account: 'ana' });
  expect(again.credentials()).toEqual(KEYS);
  expect(again.modeChosen()).toBe(true);
  const { accessKeyEnd, clientIdEnd, stored: isStored } = again.describe();
  expect({ accessKeyEnd, clientIdEnd, isStored }).toEqual({
    accessKeyEnd: 'shop',
    clientIdEnd: 'till',
    isStored: true,
  });
  expect(JSON.stringify(again.describe())).not.toContain('access-key');
});

test('of a short key nothing is shown', () => {
  const vault = open({ account: 'ana' });
  save(vault, { ...KEYS, accessKey: 'short-key' });
  expect(vault.describe().accessKeyEnd).toBe('');
});

test('nothing is in force until it is committed', () => {
  const vault = open({ account: 'ana' });
  const staged = vault.stage(KEYS, false);
  expect(vault.describe().stored).toBe(false);
  if (staged.ok) staged.value.discard();
  expect(readdirSync(dataDir)).toEqual([]);
});

test.each<FakeKeychain>([{ account: null }, { account: 'ana', backend: 'basic_text' }])(
  'without a keychain storing needs a yes, and the file says what it is: %o',
  (keychain) => {
    const vault = open(keychain);
    expect(vault.describe().protection).toBe('none');
    expect(save(vault, KEYS)).toBe('no-keychain');
    expect(readdirSync(dataDir)).toEqual([]);
    expect(save(vault, KEYS, true)).toBe('saved');
    expect(stored()).toContain('"protection": "none"');
    expectMode(path(), 0o600);
    expect(open(keychain).credentials()).toEqual(KEYS);
  },
);

test('where a keychain is there, unprotected keys are not used, are told apart, and the next save seals others', () => {
  save(open({ account: null }), KEYS, true);
  const before = stored();
  const log = keptLogger();
  const vault = open({ account: 'ana' }, log);
  expect(vault.credentials()).toBeNull();
  expect(vault.describe()).toMatchObject({ protection: 'keychain', file: 'none', unreadable: true });
  expect(vault.modeChosen()).toBe(false);
  expect(log.events()).toEqual(['keys-unreadable']);
  expect(stored()).toBe(before);
  save(vault, KEYS);
  expect(vault.describe()).toMatchObject({ file: 'keychain', unreadable: false });
  expect(stored()).not.toContain('of-the-shop');
  expect(readdirSync(dataDir).filter((name) => name.endsWith('.unusable'))).toHaveLength(1);
});

const LEDGER = 'ab'.repeat(32);

test('the ledger of the keys is remembered, sealed, with a key of its own, through a change and a removal of the keys', () => {
  const vault = open({ account: 'ana' });
  save(vault, KEYS);
  expect(vault.ledger()).toBeNull();
  vault.rememberLedger(LEDGER);
  const known = vault.ledger();
  expect(known?.id).toBe(LEDGER);
  expect(Buffer.from(known?.signingKey ?? '', 'base64')).toHaveLength(32);
  expect(stored()).not.toContain(LEDGER);
  expect(stored()).not.toContain(known?.signingKey ?? '');
  vault.rememberLedger(LEDGER);
  const again = open({ account: 'ana' });
  expect(again.ledger()).toEqual(known);
  expect(again.credentials()).toEqual(KEYS);
  save(again, { ...KEYS, clientId: 'client-id-of-another' });
  save(again, null);
  expect(open({ account: 'ana' }).ledger()).toEqual(known);
  expect(open({ account: 'ana' }).credentials()).toBeNull();
  expect(open({ account: 'joao' }).ledger()).toBeNull();
});

test('the ledger that becomes known between the draft of the keys and its commit is remembered', () => {
  const vault = open({ account: 'ana' });
  const staged = vault.stage(KEYS, false);
  vault.rememberLedger(LEDGER);
  const known = vault.ledger();
  if (staged.ok) staged.value.commit();
  const again = open({ account: 'ana' });
  expect(again.ledger()).toEqual(known);
  expect([again.ledger()?.id, again.credentials()]).toEqual([LEDGER, KEYS]);
});

test('without a keychain the ledger is remembered in the open, and no signing key is made', () => {
  const vault = open({ account: null });
  save(vault, KEYS, true);
  vault.rememberLedger(LEDGER);
  expect(open({ account: null }).ledger()).toEqual({ id: LEDGER, signingKey: null });
  // A keychain that comes later does not trust that.
  expect(open({ account: 'ana' }).ledger()).toBeNull();
});

test.each<FakeKeychain>([{ account: 'joao' }, { account: null }])(
  'keys of another account, or behind a keychain that is gone, are reported and not lost: %o',
  (keychain) => {
    save(open({ account: 'ana' }), KEYS);
    const before = stored();
    const log = keptLogger();
    const vault = open(keychain, log);
    expect(vault.credentials()).toBeNull();
    expect(vault.describe()).toMatchObject({ stored: false, chosen: false, unreadable: true });
    expect(log.events()).toEqual(['keys-unreadable']);
    expect(stored()).toBe(before);
    // The keychain opens: everything is as it was.
    expect(open({ account: 'ana' }).credentials()).toEqual(KEYS);
    // Somebody chooses training instead: the keys are set aside, not written over.
    expect(save(vault, null)).toBe('saved');
    expect(vault.describe()).toMatchObject({ chosen: true, unreadable: false });
    const aside = readdirSync(dataDir).find((name) => name.endsWith('.unusable')) ?? '';
    expect(readFileSync(join(dataDir, aside), 'utf8')).toBe(before);
  },
);

test.each(['', '{"version":1', '{"version":2}', 'null'])(
  'a spoiled file %j is not silently replaced',
  (text) => {
    writeFileSync(path(), text);
    const log = keptLogger();
    const vault = open({ account: 'ana' }, log);
    expect(vault.describe().unreadable).toBe(true);
    expect(stored()).toBe(text);
    save(vault, KEYS);
    expect(readdirSync(dataDir).toSorted()).toEqual([
      'vault.json',
      'vault.json.1970-01-01T00-00-00.000Z.unusable',
    ]);
  },
);

test('removing leaves no key behind', () => {
  const vault = open({ account: 'ana' });
  save(vault, KEYS);
  save(vault, null);
  expect(vault.describe()).toMatchObject({ stored: false, chosen: true });
  expect(stored()).toContain('"empty"');
});

test.skipIf(isWindows)(
  `a file that a backup opened to others is closed again${notOnWindows('modes')}`,
  () => {
    save(open({ account: null }), KEYS, true);
    chmodSync(path(), 0o644);
    open({ account: null });
    expectMode(path(), 0o600);
  },
);

test.skipIf(isWindows)(
  `a link in the place of the file is not followed, and what it leads to is left as it is${notOnWindows('links')}`,
  () => {
    const elsewhere = join(dataDir, 'elsewhere.json');
    save(open({ account: null }), KEYS, true);
    renameSync(path(), elsewhere);
    chmodSync(elsewhere, 0o644);
    symlinkSync(elsewhere, path());
    const vault = open({ account: null });
    expect(vault.credentials()).toBeNull();
    expect(vault.describe().unreadable).toBe(true);
    expectMode(elsewhere, 0o644);
  },
);

test('a folder that cannot be written to is said, and no key is in the log', () => {
  const log = keptLogger();
  const vault = openVault(
    join(path(), 'not-a-folder'),
    systemProtection(fakeSafeStorage({ account: 'ana' }), 'linux'),
    log.logger,
  );
  writeFileSync(path(), '');
  expect(save(vault, KEYS)).toBe('storage-failed');
  expect(vault.describe().stored).toBe(false);
  expect(JSON.stringify(log.records)).not.toContain('of-the-shop');
});

test('on other systems the backend is not asked for', () => {
  const storage = fakeSafeStorage({ account: 'ana', backend: 'basic_text' });
  expect(systemProtection(storage, 'win32').kind).toBe('keychain');
});
