import type { SafeStorage } from 'electron';

/** What the system offers for keeping a text from other people of this machine. */
export interface Protection {
  readonly kind: 'keychain' | 'none';
  seal(text: string): string;
  /** Throws when the text was sealed by another account or machine. */
  unseal(sealed: string): string;
}

type SafeStoragePart = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
>;

/**
 * Electron's safeStorage. Where a Linux desktop has no keyring its backend is `basic_text`: a password that is the
 * same in every Chromium, which is no protection and is not called one here.
 */
export function systemProtection(safeStorage: SafeStoragePart, platform: NodeJS.Platform): Protection {
  // Asked once and only when needed: a desktop may take its time, or ask the person, to open a keyring.
  let kind: Protection['kind'] | null = null;
  return {
    get kind() {
      kind ??= isReal(safeStorage, platform) ? 'keychain' : 'none';
      return kind;
    },
    seal: (text) => safeStorage.encryptString(text).toString('base64'),
    unseal: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  };
}

function isReal(safeStorage: SafeStoragePart, platform: NodeJS.Platform): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  if (platform !== 'linux') return true;
  return !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}
