import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { businessDay } from '../../../shared/domain/business-day/business-day.ts';
import { DEFAULT_ZONE, isZone } from '../../../shared/domain/business-day/zone.ts';
import { isTillEvent } from '../../../shared/domain/ledger-event/till-event.ts';
import { BY_MACHINE } from '../../../shared/domain/ledger-event/by.ts';
import type { TillIdentity, TillMode } from '../../../shared/domain/till/identity.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import type { EpochMs } from '../../../shared/kernel/time.ts';
import { ulid } from '../../../shared/kernel/ulid.ts';
import { createEventLog, decodeEvent, EVENT_COLUMNS, type EventRow } from './event-log.ts';
import { settingsOf } from './projections/settings-event.ts';

/** What a ledger gets its identity from, if it has none. */
export interface Birth {
  readonly mode: TillMode;
  readonly now: EpochMs;
  readonly random: Random;
}

/** Returns the identity of a ledger. Null for a new file, and for a ledger that no program with identities has opened. */
export function readIdentity(db: Database): TillIdentity | null {
  const hasSettings = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'setting'");
  if (hasSettings.get() === undefined) return null;
  const [tillId, storeId, mode] = ['tillId', 'storeId', 'mode'].map((key) => readText(db, key));
  if (tillId == null || storeId == null || (mode !== 'training' && mode !== 'production')) return null;
  return { tillId, storeId, mode };
}

/**
 * Gives a ledger its identity by an event, in the caller's transaction. A new ledger gets random ids. If the ledger has rows,
 * the ids are made from the hash of the first row: the same ledger gets the same ids, also after a restore of a backup that
 * has none. If only the settings were lost, they are made again from the event.
 */
export function identify(db: Database, birth: Birth): TillIdentity {
  const identity = readTold(db) ?? tell(db, birth);
  const put = db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  for (const [key, value] of settingsOf({ type: TYPE, body: { ...identity } }))
    put.run(key, JSON.stringify(value));
  return identity;
}

const TYPE = 'ledger-identified';

/** Returns the identity that a row of the ledger tells, or null. */
function readTold(db: Database): TillIdentity | null {
  const select = db.prepare<[string], EventRow>(
    `SELECT ${EVENT_COLUMNS} FROM ledger_event WHERE subject IS NULL AND type = ? ORDER BY seq LIMIT 1`,
  );
  const row = select.get(TYPE);
  const event = row === undefined ? null : decodeEvent(row);
  return event !== null && isTillEvent(event, TYPE) ? event.body : null;
}

/** Appends the event of a ledger that has none. */
function tell(db: Database, { mode, now, random }: Birth): TillIdentity {
  const log = createEventLog(db);
  const genesis = log.hashOf(1);
  const bornAt = log.since(0, 1)[0]?.at ?? now;
  const idOf = (what: string): string => ulid(bornAt, genesis === null ? random : fromHash(genesis, what));
  const identity: TillIdentity = { tillId: idOf('till'), storeId: idOf('store'), mode };
  const day = businessDay(now, zoneOf(db));
  log.append({
    at: now,
    businessDay: day,
    ...BY_MACHINE,
    subject: null,
    type: TYPE,
    body: { ...identity },
  });
  return identity;
}

/** Returns bytes that depend on the hash and on `what` alone. At most 32. */
function fromHash(hash: Buffer, what: string): Pick<Random, 'bytes'> {
  const bytes = createHash('sha256').update(hash).update(what).digest();
  return { bytes: (length) => bytes.subarray(0, length) };
}

function zoneOf(db: Database): string {
  const zone = readText(db, 'zone');
  return zone !== null && isZone(zone) ? zone : DEFAULT_ZONE;
}

/** Returns a setting that is a text. Null if it is missing, or is no text. */
function readText(db: Database, key: string): string | null {
  const value = db
    .prepare<[string], string | null>(
      "SELECT value ->> '$' FROM setting WHERE key = ? AND json_valid(value) AND json_type(value) = 'text'",
    )
    .pluck()
    .get(key);
  return value ?? null;
}
