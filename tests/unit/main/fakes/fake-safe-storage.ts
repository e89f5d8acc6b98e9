import type { SafeStorage } from 'electron';

export interface FakeKeychain {
  /** Whose keychain is open; null for a system without one. */
  readonly account: string | null;
  readonly backend?: 'basic_text' | 'gnome_libsecret';
}

type Part = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
>;

/** Electron's safeStorage, as far as who can read what: no cipher, but another account gets an error. */
export function fakeSafeStorage({ account, backend = 'gnome_libsecret' }: FakeKeychain): Part {
  const turned = (text: Buffer): Buffer => text.map((byte) => byte ^ 0x5a) as Buffer;
  return {
    isEncryptionAvailable: () => account !== null,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => turned(Buffer.from(`${account} ${text}`)),
    decryptString(sealed) {
      const text = turned(sealed).toString();
      if (account === null || !text.startsWith(`${account} `)) throw new Error('Error while decrypting');
      return text.slice(account.length + 1);
    },
  };
}
