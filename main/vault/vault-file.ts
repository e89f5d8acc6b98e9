import { z } from 'zod';
import { Credentials, LedgerMemory } from '../../shared/contract/main-port.ts';
import type { Protection } from './protection.ts';

/** A text of the vault, sealed by the keychain. Unprotected parts have a mark: a person agreed to them, because the system has no keychain. */
const Sealed = z.strictObject({ protection: z.literal('keychain'), sealed: z.base64() });

/** The form of `vault.json`. */
export const VaultFile = z.strictObject({
  version: z.literal(1),
  /** False before the first choice of training or connection. */
  chosen: z.boolean(),
  keys: z.discriminatedUnion('protection', [
    Sealed,
    z.strictObject({ protection: z.literal('none'), plain: Credentials }),
    z.strictObject({ protection: z.literal('empty') }),
  ]),
  /** What the vault knows of production's ledger. Older versions wrote none. */
  ledger: z
    .discriminatedUnion('protection', [
      Sealed,
      z.strictObject({ protection: z.literal('none'), plain: LedgerMemory }),
    ])
    .optional(),
});
export type VaultFile = z.infer<typeof VaultFile>;

export const EMPTY: VaultFile = { version: 1, chosen: false, keys: { protection: 'empty' } };

/** Returns the form of these keys for the file. */
export function encodeKeys(credentials: Credentials | null, protection: Protection): VaultFile['keys'] {
  if (credentials === null) return { protection: 'empty' };
  if (protection.kind === 'none') return { protection: 'none', plain: credentials };
  return { protection: 'keychain', sealed: protection.seal(JSON.stringify(credentials)) };
}

/** Returns the form of what is known of the ledger for the file. */
export function encodeLedger(ledger: LedgerMemory, protection: Protection): NonNullable<VaultFile['ledger']> {
  if (protection.kind === 'none') return { protection: 'none', plain: ledger };
  return { protection: 'keychain', sealed: protection.seal(JSON.stringify(ledger)) };
}

/**
 * Returns the keys of a file. Null if it has none. `unreadable` if this account cannot read them now, and also for unprotected
 * keys on a system with a keychain: any program of the account can write such a file.
 */
export function decodeKeys({ keys }: VaultFile, protection: Protection): Credentials | null | 'unreadable' {
  if (keys.protection === 'empty') return null;
  return decodePart(keys, Credentials, protection);
}

/** Returns what a file knows of the ledger. Null if that is nothing, or cannot be read. */
export function decodeLedger({ ledger }: VaultFile, protection: Protection): LedgerMemory | null {
  const decoded = ledger === undefined ? null : decodePart(ledger, LedgerMemory, protection);
  return decoded === 'unreadable' ? null : decoded;
}

type Part<T> =
  | { readonly protection: 'keychain'; readonly sealed: string }
  | { readonly protection: 'none'; readonly plain: T };

function decodePart<T>(part: Part<T>, form: z.ZodType<T>, protection: Protection): T | 'unreadable' {
  if (part.protection !== protection.kind) return 'unreadable';
  if (part.protection === 'none') return part.plain;
  try {
    return form.parse(JSON.parse(protection.unseal(part.sealed)));
  } catch {
    // Sealed by another account or machine, or changed since. The error is dropped, because it may quote the keys.
    return 'unreadable';
  }
}
