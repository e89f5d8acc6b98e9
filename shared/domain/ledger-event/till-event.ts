import type { ShiftFigures } from '../closing/tally.ts';
import type { NoticeCode } from '../notice/notice-code.ts';
import type { PersonRole } from '../roles/roles.ts';
import type { TillMode } from '../till/identity.ts';

/**
 * What happened to the credentials. `kept`: the change of the diary entry before it failed, and the old ones stay in use.
 * `found`: the first credentials of the ledger, or ones that it knows, at a start. `changed-outside`: at a start, others than
 * the ones that the ledger knows. `confirmed`: a manager confirmed those.
 */
export const KEY_CHANGES = [
  'connected',
  'replaced',
  'removed',
  'kept',
  'found',
  'changed-outside',
  'confirmed',
] as const;
export type KeyChange = (typeof KEY_CHANGES)[number];

/** Why a till was locked: by its operator, or because it was not used for the time of the setting. */
export const LOCK_CAUSES = ['asked', 'idle'] as const;
export type LockCause = (typeof LOCK_CAUSES)[number];

/** How a ledger differs from the head outside. `head-unproven`: that head is gone, or this till did not write it. */
export const HEAD_DIFFERENCES = ['rolled-back', 'cut', 'rewritten', 'head-unproven'] as const;
export type HeadDifference = (typeof HEAD_DIFFERENCES)[number];

/** The credentials as the ledger names them. Each part is null if there are none. */
export interface KeysName {
  readonly host: string | null;
  /** The last four characters. Empty for a short Client ID. */
  readonly clientIdEnd: string | null;
  /** SHA-256, hexadecimal. */
  readonly clientIdHash: string | null;
}

/**
 * The events of the ledger that belong to no charge: their types and bodies. They are stored for ever, so a type never changes
 * its meaning.
 */
export interface TillEvents {
  /** Says what the ledger is of. The first row of a new ledger; in one that an older version began, the row after the upgrade. */
  'ledger-identified': { readonly tillId: string; readonly storeId: string; readonly mode: TillMode };
  /** The ids and names that the gateway gave store and till in a list of orders. */
  'gateway-place-learned': {
    readonly storeId: string | null;
    readonly storeName: string | null;
    readonly tillId: string | null;
    readonly tillName: string | null;
  };
  /** A shift began. Of a shift that is open it makes the next operator's: the API handed it over. */
  'shift-opened': { readonly shiftId: string; readonly operatorId: string };
  /** The operator of the open shift is away, and the window takes nothing but a PIN. It does not end the shift. */
  'till-locked': { readonly shiftId: string; readonly cause: LockCause };
  /** The operator of the locked shift is back. */
  'till-unlocked': { readonly shiftId: string };
  /** Another person unlocked the till, and the shift with its charges is that person's from now on. */
  'shift-taken-over': { readonly shiftId: string; readonly operatorId: string; readonly from: string };
  /** A shift ended. Versions before closings wrote the id alone. */
  'shift-closed': {
    readonly shiftId: string;
    readonly till?: string;
    readonly zone?: string;
    readonly figures?: ShiftFigures;
  };
  /**
   * A person was added. `pinDigest` is the SHA-256 of the stored hash of the PIN, hexadecimal. Versions before changes of people
   * did not write it. No event has a PIN or its hash.
   */
  'operator-added': {
    readonly id: string;
    readonly name: string;
    readonly role: PersonRole;
    readonly pinDigest?: string;
  };
  /** The digest of the hash of a person whom an older version added. Nothing changed. */
  'pin-digest-noted': { readonly id: string; readonly pinDigest: string };
  /** A person got another PIN. `recovered`: with the keys of the store, or by the start of a headless till. */
  'person-pin-changed': {
    readonly id: string;
    readonly name: string;
    readonly pinDigest: string;
    readonly recovered?: boolean;
  };
  'person-renamed': { readonly id: string; readonly from: string; readonly name: string };
  'person-role-changed': { readonly id: string; readonly name: string; readonly role: PersonRole };
  /** A person left. The name stays in past sales, and the PIN is not checked any more. */
  'person-deactivated': { readonly id: string; readonly name: string };
  /** The lock of a PIN after wrong ones was lifted. */
  'pin-unlocked': { readonly id: string; readonly name: string };
  /** Settings by their key. Versions before `wallet-chosen` kept the chosen wallet here too. */
  'settings-changed': Readonly<Record<string, unknown>>;
  /** The account that the next charge starts with. Versions before the default wallet wrote it. */
  'wallet-chosen': { readonly wallet: string; readonly pixDictKey: string | null };
  /** The keys of the gateway changed, or were found at a start. Contains no key. Older versions wrote no hash. */
  'gateway-changed': {
    readonly change: KeyChange;
    readonly host: string | null;
    readonly clientIdEnd: string | null;
    readonly clientIdHash?: string | null;
  };
  /** Signs the row of a closing with the key of the keychain. `publicKey` and `hash` are hexadecimal, `signature` is base64. */
  'head-signed': {
    readonly seq: number;
    readonly hash: string;
    readonly publicKey: string;
    readonly signature: string;
  };
  /** At a start, the ledger does not go through the head that was kept outside its folder. `seq` and `hash` are its own head. */
  'ledger-head-differs': {
    readonly kind: HeadDifference;
    readonly knownSeq: number | null;
    readonly knownHash: string | null;
    readonly seq: number;
    readonly hash: string;
  };
  /** A manager read a notice about the ledger. */
  'notice-signed': { readonly code: NoticeCode; readonly detail: string };
  'manager-entered': Readonly<Record<string, never>>;
  'manager-left': Readonly<Record<string, never>>;
  /** The ledger was made again from a backup, by itself or because a person chose one. */
  'ledger-restored': {
    readonly backup: string | null;
    readonly setAside: string;
    readonly salvaged: number;
    readonly lost?: number;
    readonly reason?: string;
  };
  'closing-printed-again': { readonly shiftId: string };
  /** A program got a token for the local API. */
  'program-added': { readonly id: string; readonly name: string };
  /** The token of a program ended. Null is the first token, which was replaced. */
  'program-revoked': { readonly id: string | null; readonly name: string | null };
  /** A manager erased the texts of a charge that came from outside: those of its rows before this one. */
  'texts-erased': { readonly chargeId: string };
  /** A wrong PIN, with the names of the people whose PIN it was tried for. */
  'pin-failed': { readonly who: string };
}

export type TillEventType = keyof TillEvents;

/** An event of one of these types. */
export type TillEvent<T extends TillEventType = TillEventType> = {
  [K in T]: { readonly type: K; readonly body: TillEvents[K] };
}[T];

/**
 * True for an event of this type. The body is what this program or an older version wrote, which the hash of its row
 * proves: it is not looked at again.
 */
export function isTillEvent<T extends TillEventType>(
  event: { readonly type: string; readonly body: unknown },
  type: T,
): event is TillEvent<T> {
  return event.type === type;
}
