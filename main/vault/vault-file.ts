import { z } from 'zod';
import { Credentials } from '../../shared/contract/main-port.ts';
import type { Protection } from './protection.ts';

/** The form of `vault.json`. Unprotected keys have a mark: a person agreed to them, because the system has no keychain. */
export const VaultFile = z.strictObject({
  version: z.literal(1),
  /** False before the first choice of training or connection. */
  chosen: z.boolean(),
  keys: z.discriminatedUnion('protection', [
    z.strictObject({ protection: z.literal('keychain'), sealed: z.base64() }),
    z.strictObject({ protection: z.literal('none'), plain: Credentials }),
    z.strictObject({ protection: z.literal('empty') }),
  ]),
});
export type VaultFile = z.infer<typeof VaultFile>;

export const EMPTY: VaultFile = { version: 1, chosen: false, keys: { protection: 'empty' } };

/** Returns the content of the file for these keys. */
export function encode(credentials: Credentials | null, protection: Protection): string {
  const file: VaultFile = { version: 1, chosen: true, keys: toKeys(credentials, protection) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function toKeys(credentials: Credentials | null, protection: Protection): VaultFile['keys'] {
  if (credentials === null) return { protection: 'empty' };
  if (protection.kind === 'none') return { protection: 'none', plain: credentials };
  return { protection: 'keychain', sealed: protection.seal(JSON.stringify(credentials)) };
}

/** Returns the keys of a file. Null if it has none. `unreadable` if this account cannot read them now. */
export function decode(file: VaultFile, protection: Protection): Credentials | null | 'unreadable' {
  const { keys } = file;
  if (keys.protection === 'empty') return null;
  if (keys.protection === 'none') return keys.plain;
  if (protection.kind === 'none') return 'unreadable';
  try {
    return Credentials.parse(JSON.parse(protection.unseal(keys.sealed)));
  } catch {
    // Sealed by another account or machine, or changed since. The error is dropped, because it may quote the keys.
    return 'unreadable';
  }
}
