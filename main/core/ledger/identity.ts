import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { businessDay } from '../../../shared/domain/business-day/business-day.ts';
import { DEFAULT_ZONE, isZone } from '../../../shared/domain/business-day/zone.ts';
import { isTillEvent } from '../../../shared/domain/ledger-event/till-event.ts';
import { BY_MACHINE } from '../../../shared/domain/ledger-event/by.ts';
import { TILL_MODES, type TillIdentity, type TillMode } from '../../../shared/domain/till/identity.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import type { EpochMs } from '../../../shared/kernel/time.ts';
import { ulid } from '../../../shared/kernel/ulid.ts';
import { createEventLog, decodeEvent, EVENT_COLUMNS, type EventRow } from './event-log.ts';
import { settingsOf } from './projections/settings-event.ts';
import { createSettingWrite, readSetting } from './setting-rows.ts';

/** What a ledger gets its identity from, if it has none. */
export interface Birth {
  readonly mode: TillMode;
  readonly now: EpochMs;
  readonly random: Random;
  /** The id of the ledger that must be there. Without it, any ledger of the mode is opened, and a new one is begun. */
  readonly ledgerId?: string | undefined;
}

/** Returns the identity of a ledger. Null for a new file, and for a ledger that no program with identities has opened. */
export function readIdentity(db: Database): TillIdentity | null {
  return hasTables(db) ? (fromSettings(db) ?? fromEvent(db)) : null;
}

/** Returns the id of a ledger: the hash of its first row, hexadecimal. Null for a new file. */
export function readLedgerId(db: Database): string | null {
  return hasTables(db) ? (createEventLog(db).hashOf(1)?.toString('hex') ?? null) : null;
}

/** True if the settings of a ledger tell its identity, so that `identify` writes nothing. */
export function isIdentified(db: Database): boolean {
  return hasTables(db) && fromSettings(db) !== null;
}

/**
 * Returns the identity of a ledger, and writes it where it is missing, in the caller's transaction. A ledger without one gets
 * an event. The ids of a new ledger are random. If the ledger has rows, the ids are made from the hash of the first row: the
 * same ledger gets the same ids, also after a restore of a backup that has none. If only its settings were lost, they are made
 * again from the event.
 */
export function identify(db: Database, birth: Birth): TillIdentity {
  const stored = fromSettings(db);
  if (stored !== null) return stored;
  const identity = fromEvent(db) ?? appendIdentity(db, birth);
  const write = createSettingWrite(db);
  for (const [key, value] of settingsOf({ type: TYPE, body: { ...identity } })) write(key, value);
  return identity;
}

const TYPE = 'ledger-identified';

/** False for a new file. */
function hasTables(db: Database): boolean {
  return (
    db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'setting'").get() !== undefined
  );
}

/** Returns the identity that the settings tell, or null. */
function fromSettings(db: Database): TillIdentity | null {
  const [tillId, storeId] = [readSetting(db, 'tillId'), readSetting(db, 'storeId')];
  const mode = TILL_MODES.find((each) => each === readSetting(db, 'mode'));
  if (typeof tillId !== 'string' || typeof storeId !== 'string' || mode === undefined) return null;
  return { tillId, storeId, mode };
}

/** Returns the identity that a row of the ledger tells, or null. */
function fromEvent(db: Database): TillIdentity | null {
  const select = db.prepare<[string], EventRow>(
    `SELECT ${EVENT_COLUMNS} FROM ledger_event WHERE subject IS NULL AND type = ? ORDER BY seq LIMIT 1`,
  );
  const row = select.get(TYPE);
  const event = row === undefined ? null : decodeEvent(row);
  return event !== null && isTillEvent(event, TYPE) ? event.body : null;
}

/** Appends the event of a ledger that has none. */
function appendIdentity(db: Database, { mode, now, random }: Birth): TillIdentity {
  const log = createEventLog(db);
  const genesis = log.hashOf(1);
  const bornAt = log.since(0, 1)[0]?.at ?? now;
  const idOf = (what: string): string => ulid(bornAt, genesis === null ? random : fromHash(genesis, what));
  const body = { tillId: idOf('till'), storeId: idOf('store'), mode };
  const day = businessDay(now, zoneOf(db));
  log.append({ at: now, businessDay: day, ...BY_MACHINE, subject: null, type: TYPE, body });
  return body;
}

/** Returns bytes that depend on the hash and on `what` alone. At most 32. */
function fromHash(hash: Buffer, what: string): Pick<Random, 'bytes'> {
  const bytes = createHash('sha256').update(hash).update(what).digest();
  return { bytes: (length) => bytes.subarray(0, length) };
}

function zoneOf(db: Database): string {
  const zone = readSetting(db, 'zone');
  return typeof zone === 'string' && isZone(zone) ? zone : DEFAULT_ZONE;
}
