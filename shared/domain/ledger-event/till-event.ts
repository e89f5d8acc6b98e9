import type { ShiftFigures } from '../closing/tally.ts';
import type { PersonRole } from '../roles/roles.ts';
import type { TillMode } from '../till/identity.ts';

/** What happened to the credentials. `kept`: the change of the diary entry before it failed, and the old ones stay in use. */
export type KeyChange = 'connected' | 'replaced' | 'removed' | 'kept';

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
  /** A shift ended. Versions before closings wrote the id alone. */
  'shift-closed': {
    readonly shiftId: string;
    readonly till?: string;
    readonly zone?: string;
    readonly figures?: ShiftFigures;
  };
  'operator-added': { readonly id: string; readonly name: string; readonly role: PersonRole };
  /** Settings by their key. Versions before `wallet-chosen` kept the chosen wallet here too. */
  'settings-changed': Readonly<Record<string, unknown>>;
  /** The account that the next charge starts with. */
  'wallet-chosen': { readonly wallet: string; readonly pixDictKey: string | null };
  /** The keys of the gateway changed. Never a key: the host, and the end of the client id. */
  'gateway-changed': {
    readonly change: KeyChange;
    readonly host: string | null;
    readonly clientIdEnd: string | null;
  };
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
