import type { SafeStorage } from 'electron';

/** The protection of a text from other people of this machine. */
export interface Protection {
  readonly kind: 'keychain' | 'none';
  seal(text: string): string;
  /** Throws if the text was sealed by another account or on another machine. */
  unseal(sealed: string): string;
}

type SafeStoragePart = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
>;

/**
 * Creates the protection over Electron's safeStorage. On a Linux desktop without a keyring its backend is `basic_text`: a
 * password that is the same in every Chromium. That is not a protection, and counts as none.
 */
export function systemProtection(safeStorage: SafeStoragePart, platform: NodeJS.Platform): Protection {
  // Asked once and only when needed, because a desktop may need time, or ask the person, to open a keyring.
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
