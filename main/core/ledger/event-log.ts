import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Via } from '../../../shared/domain/ledger-event/by.ts';
import { epochMs, type EpochMs } from '../../../shared/kernel/time.ts';
import { createTextReader } from './texts/outside-texts.ts';

/**
 * An event to write: who did what to which charge, or to none. `body` has plain values only and no `via`. The row stores `via`
 * inside its body.
 */
export interface NewEvent {
  readonly at: EpochMs;
  readonly businessDay: string;
  readonly actor: string;
  /** How the request came. Null for what Balcão does by itself, and in events of versions that did not store it. */
  readonly via: Via | null;
  readonly subject: string | null;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A row of the ledger. Its hash covers the row and the hash of the row before. */
export interface StoredEvent extends NewEvent {
  readonly seq: number;
}

/** A row as SQLite gives it. */
export interface EventRow {
  seq: number;
  at_ms: number;
  business_day: string;
  actor: string;
  subject: string | null;
  type: string;
  body: string;
  hash: Buffer;
}

/** The append-only log of a ledger. */
export interface EventLog {
  /** Appends inside the caller's transaction. Returns the row's number. */
  append(event: NewEvent): number;
  /** Returns the number and the hash of the newest row: 0 and zeroes for an empty ledger. */
  head(): { seq: number; hash: Buffer };
  /** Returns rows after `seq` with their texts, oldest first. */
  since(seq: number, limit: number): StoredEvent[];
  /** Returns the rows of a charge with their texts, oldest first. */
  of(subject: string): StoredEvent[];
  /** Returns the row that created a charge, or null. */
  firstOf(subject: string): StoredEvent | null;
  /** Returns the hash of a row, or null if there is no such row. */
  hashOf(seq: number): Buffer | null;
  /** Returns the first row after `fromSeq` whose hash does not follow from the row before, or null. */
  firstBroken(fromSeq?: number): number | null;
  /** Appends a row of another copy of this ledger if its hash follows from the head. Returns false if it does not. */
  adopt(row: RawEvent): boolean;
  /** Returns rows after `seq` as they are stored, for another copy to adopt. */
  raw(seq: number): IterableIterator<RawEvent>;
}

/** A stored row that another copy can adopt. */
export type RawEvent = Readonly<EventRow>;

/** The columns that `decodeEvent` reads. */
export const EVENT_COLUMNS = 'seq, at_ms, business_day, actor, subject, type, body, hash';
const GENESIS = Buffer.alloc(32);

/** Creates the append-only, hash-chained log of an open database. */
export function createEventLog(db: Database): EventLog {
  const insert = db.prepare(`INSERT INTO ledger_event (${EVENT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const last = db.prepare<[], EventRow>(
    `SELECT ${EVENT_COLUMNS} FROM ledger_event ORDER BY seq DESC LIMIT 1`,
  );
  const after = db.prepare<[number, number], EventRow>(
    `SELECT ${EVENT_COLUMNS} FROM ledger_event WHERE seq > ? ORDER BY seq LIMIT ?`,
  );
  const bySubject = db.prepare<[string], EventRow>(
    `SELECT ${EVENT_COLUMNS} FROM ledger_event WHERE subject = ? ORDER BY seq`,
  );
  const firstBySubject = db.prepare<[string], EventRow>(
    `SELECT ${EVENT_COLUMNS} FROM ledger_event WHERE subject = ? ORDER BY seq LIMIT 1`,
  );
  const one = db.prepare<[number], EventRow>(`SELECT ${EVENT_COLUMNS} FROM ledger_event WHERE seq = ?`);

  const withTexts = createTextReader(db);
  const read = (row: EventRow): StoredEvent => withTexts(decodeEvent(row));

  const head = (): { seq: number; hash: Buffer } => {
    const row = last.get();
    return row === undefined ? { seq: 0, hash: GENESIS } : { seq: row.seq, hash: row.hash };
  };

  const write = (row: EventRow): void => {
    insert.run(row.seq, row.at_ms, row.business_day, row.actor, row.subject, row.type, row.body, row.hash);
  };

  return {
    head,
    append(event) {
      const before = head();
      const row = {
        seq: before.seq + 1,
        at_ms: event.at,
        business_day: event.businessDay,
        actor: event.actor,
        subject: event.subject,
        type: event.type,
        body: canonicalJson(event.via === null ? event.body : { ...event.body, via: event.via }),
      };
      write({ ...row, hash: rowHash(before.hash, row) });
      return row.seq;
    },
    since: (seq, limit) => after.all(seq, limit).map(read),
    hashOf: (seq) => one.get(seq)?.hash ?? null,
    of: (subject) => bySubject.all(subject).map(read),
    firstOf(subject) {
      const row = firstBySubject.get(subject);
      return row === undefined ? null : read(row);
    },
    firstBroken(fromSeq = 0) {
      let hash = fromSeq === 0 ? GENESIS : one.get(fromSeq)?.hash;
      let expected = fromSeq + 1;
      if (hash === undefined) return fromSeq;
      for (const row of after.iterate(fromSeq, -1)) {
        if (row.seq !== expected || !rowHash(hash, row).equals(row.hash)) return row.seq;
        hash = row.hash;
        expected += 1;
      }
      return null;
    },
    adopt(row) {
      const before = head();
      if (row.seq !== before.seq + 1 || !rowHash(before.hash, row).equals(row.hash)) return false;
      write(row);
      return true;
    },
    raw: (seq) => after.iterate(seq, -1),
  };
}

/**
 * Returns a row in the shape that the core works with: `via` is beside the body and not in it. A text from outside is still a
 * digest.
 */
export function decodeEvent(row: EventRow): StoredEvent {
  const { via, ...body } = JSON.parse(row.body) as Record<string, unknown> & { via?: Via };
  return {
    seq: row.seq,
    at: epochMs(row.at_ms),
    businessDay: row.business_day,
    actor: row.actor,
    via: via ?? null,
    subject: row.subject,
    type: row.type,
    body,
  };
}

/** Returns SHA-256 over the hash before and the row as a JSON array. Two different rows never have the same text. */
export function rowHash(before: Buffer, row: Omit<EventRow, 'hash'>): Buffer {
  const text = JSON.stringify([
    row.seq,
    row.at_ms,
    row.business_day,
    row.actor,
    row.subject,
    row.type,
    row.body,
  ]);
  return createHash('sha256').update(before).update(text).digest();
}

/** Returns JSON with sorted keys, so that the same facts always have the same bytes. Nested values are built in one order. */
function canonicalJson(body: Readonly<Record<string, unknown>>): string {
  const sorted = Object.keys(body).sort();
  return JSON.stringify(Object.fromEntries(sorted.map((key) => [key, body[key]])));
}
