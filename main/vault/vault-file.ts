import { z } from 'zod';
import { Credentials } from '../../shared/contract/main-port.ts';
import type { Protection } from './protection.ts';

/** `vault.json`. Unprotected keys say so in the file itself: a person agreed to it, the system has no keychain. */
export const VaultFile = z.strictObject({
  version: z.literal(1),
  /** False until training or connection was chosen once. */
  chosen: z.boolean(),
  keys: z.discriminatedUnion('protection', [
    z.strictObject({ protection: z.literal('keychain'), sealed: z.base64() }),
    z.strictObject({ protection: z.literal('none'), plain: Credentials }),
    z.strictObject({ protection: z.literal('empty') }),
  ]),
});
export type VaultFile = z.infer<typeof VaultFile>;

export const EMPTY: VaultFile = { version: 1, chosen: false, keys: { protection: 'empty' } };

export function encode(credentials: Credentials | null, protection: Protection): string {
  const file: VaultFile = { version: 1, chosen: true, keys: toKeys(credentials, protection) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function toKeys(credentials: Credentials | null, protection: Protection): VaultFile['keys'] {
  if (credentials === null) return { protection: 'empty' };
  if (protection.kind === 'none') return { protection: 'none', plain: credentials };
  return { protection: 'keychain', sealed: protection.seal(JSON.stringify(credentials)) };
}

/** The keys of a file, `null` when it holds none, `unreadable` when this account cannot read them now. */
export function decode(file: VaultFile, protection: Protection): Credentials | null | 'unreadable' {
  const { keys } = file;
  if (keys.protection === 'empty') return null;
  if (keys.protection === 'none') return keys.plain;
  if (protection.kind === 'none') return 'unreadable';
  try {
    return Credentials.parse(JSON.parse(protection.unseal(keys.sealed)));
  } catch {
    // Sealed by another account or machine, or changed since. The error may quote what it read and is dropped.
    return 'unreadable';
  }
}
