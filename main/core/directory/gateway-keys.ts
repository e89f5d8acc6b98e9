import { createHash } from 'node:crypto';
import type { By } from '../../../shared/domain/ledger-event/by.ts';
import {
  isTillEvent,
  type KeyChange,
  type KeysName,
  type TillEvents,
} from '../../../shared/domain/ledger-event/till-event.ts';
import { createDiaryLog } from '../ledger/diary-log.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { recordIfPossible } from '../ledger/record-if-possible.ts';

/** What the ledger names of the credentials. */
type Credentials = { readonly baseUrl: string; readonly clientId: string };
type Row = TillEvents['gateway-changed'];

const NO_KEYS: KeysName = { host: null, clientIdEnd: null, clientIdHash: null };

/** Returns how the ledger names keys: the host, and the end and the SHA-256 of the Client ID. Contains no key. */
export function nameOfKeys(credentials: Credentials | null): KeysName {
  if (credentials === null) return NO_KEYS;
  const { baseUrl, clientId } = credentials;
  return {
    host: new URL(baseUrl).host,
    clientIdEnd: endOf(clientId),
    clientIdHash: createHash('sha256').update(clientId).digest('hex'),
  };
}

/** Records a change of the credentials in the diary, so that a swap is visible. Throws if the disk does not accept the write. */
export function recordKeyChange(
  ledger: Ledger,
  change: KeyChange,
  credentials: Credentials | null,
  by: By,
): void {
  ledger.record('gateway-changed', { change, ...nameOfKeys(credentials) }, by);
}

/** Whether the ledger knows the keys in use. */
export interface KeysCheck {
  /** Returns the keys in use if they changed outside Balcão and no manager has confirmed them. Else null. */
  unconfirmed(): KeysName | null;
  /** Records that a manager confirms the keys in use. Throws if the disk does not accept the write. */
  confirm(by: By): void;
}

/**
 * Compares the keys in use with the newest ones that the ledger accepted, and records what is new: the first keys of the ledger,
 * or other keys than the accepted ones. If the disk does not accept the row, other keys are unconfirmed all the same.
 *
 * @param keys the keys in use. Null in training, whose ledger names no keys.
 */
export function checkKeys(ledger: Ledger, keys: KeysName | null): KeysCheck {
  if (keys === null) return { unconfirmed: () => null, confirm: () => undefined };
  const { accepted, refused } = readRows(ledger);
  const isKnown = accepted === null || isSame(accepted, keys);
  const change = isKnown ? 'found' : 'changed-outside';
  const isNews = isKnown
    ? accepted?.clientIdHash === undefined || refused !== null
    : refused === null || !isSame(refused, keys);
  // If the disk does not accept the row, the next start compares again.
  if (isNews) recordIfPossible(ledger, 'gateway-changed', { change, ...keys });
  let unconfirmed = isKnown ? null : keys;
  return {
    unconfirmed: () => unconfirmed,
    confirm(by) {
      ledger.record('gateway-changed', { change: 'confirmed', ...keys }, by);
      unconfirmed = null;
    },
  };
}

/**
 * Returns the newest row of keys that Balcão or a manager accepted, and the newest row if it names keys that were changed
 * outside.
 */
function readRows({ db }: Pick<Ledger, 'db'>): {
  readonly accepted: Row | null;
  readonly refused: Row | null;
} {
  const diary = createDiaryLog(db);
  let refused: Row | null = null;
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const event = diary.before('gateway-changed', before, 1)[0];
    if (event === undefined || !isTillEvent(event, 'gateway-changed')) return { accepted: null, refused };
    if (event.body.change !== 'changed-outside') return { accepted: event.body, refused };
    refused ??= event.body;
    before = event.seq;
  }
}

/** Compares the hashes. A row of a version without them is compared by host and end. */
function isSame(row: Row, keys: KeysName): boolean {
  if (row.host !== keys.host) return false;
  return row.clientIdHash === undefined
    ? row.clientIdEnd === keys.clientIdEnd
    : row.clientIdHash === keys.clientIdHash;
}

/** Returns the last four characters, as the windows show them. Returns nothing of a short Client ID: four would be half of it. */
function endOf(clientId: string): string {
  return clientId.length > 12 ? clientId.slice(-4) : '';
}
