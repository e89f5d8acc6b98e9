import type { Database, Statement } from 'better-sqlite3';
import { isTextDigest, outsideFieldsOf } from '../../../../shared/domain/ledger-event/outside-texts.ts';
import { isTillEvent } from '../../../../shared/domain/ledger-event/till-event.ts';
import { decodeEvent, type RawEvent } from '../event-log.ts';
import { textDigest } from '../texts/outside-texts.ts';
import type { Fault } from './fault.ts';

/** How many texts of a ledger are there, and how many of its rows have lost theirs. */
export interface TextCount {
  readonly kept: number;
  /** A manager erased them. */
  readonly erased: number;
  /** A restore did not find them. */
  readonly lost: number;
}

/** Compares the texts beside the chain with their digests, and the erased ones with the rows that say so. */
export interface TextCheck {
  note(row: RawEvent): void;
  compare(): Fault | null;
  count(): TextCount;
}

/** Creates the check. It reads the texts as the rows come, in the snapshot of the caller. */
export function createTextCheck(db: Database): TextCheck {
  // Prepared with the first text, because the tables of the file are checked before its rows.
  let select: Statement<[number, string], { salt: Buffer; text: string }> | null = null;
  const textOf = (seq: number, field: string): { salt: Buffer; text: string } | undefined => {
    select ??= db.prepare('SELECT salt, text FROM outside_text WHERE event_seq = ? AND field = ?');
    return select.get(seq, field);
  };
  /** The first row without a text and the number of such texts, by the charge. */
  const missing = new Map<string, { readonly seq: number; readonly texts: number }>();
  const erasedAt = new Map<string, number>();
  let found: Fault | null = null;
  const count = { kept: 0, erased: 0, lost: 0 };

  const noteTexts = ({ seq, subject, type, body }: RawEvent): void => {
    const fields = outsideFieldsOf(type);
    if (fields.length === 0) return;
    const told = JSON.parse(body) as Readonly<Record<string, unknown>>;
    for (const [field] of fields) {
      const digest = told[field];
      if (!isTextDigest(digest)) continue;
      const text = textOf(seq, field);
      if (text === undefined) {
        const before = missing.get(subject ?? '');
        missing.set(subject ?? '', { seq: before?.seq ?? seq, texts: (before?.texts ?? 0) + 1 });
      } else if (textDigest(text.salt, text.text) === digest.sha256) count.kept += 1;
      else found ??= { code: 'text', seq, subject, detail: `${type}: ${field} differs` };
    }
  };
  const noteErased = (chargeId: string, seq: number): void => {
    erasedAt.set(chargeId, seq);
    count.erased += missing.get(chargeId)?.texts ?? 0;
    missing.delete(chargeId);
    const left = firstLeft(db, chargeId, seq);
    if (left !== undefined) found ??= { code: 'text', seq: left, subject: chargeId, detail: 'not erased' };
  };
  const noteRestored = (): void => {
    for (const { texts } of missing.values()) count.lost += texts;
    missing.clear();
  };

  return {
    note(row) {
      noteTexts(row);
      if (row.subject !== null) return;
      if (row.type === 'ledger-restored') noteRestored();
      if (row.type !== 'texts-erased') return;
      const event = decodeEvent(row);
      if (isTillEvent(event, 'texts-erased')) noteErased(event.body.chargeId, row.seq);
    },
    compare: () => found ?? firstMissing(missing) ?? oddErased(db, erasedAt) ?? unknownText(db, count.kept),
    count: () => count,
  };
}

/** Returns the first row of a charge before row `seq` that still has a text. */
function firstLeft(db: Database, chargeId: string, seq: number): number | undefined {
  const left = db.prepare<[string, number], number>(
    `SELECT event_seq FROM outside_text WHERE event_seq IN (SELECT seq FROM ledger_event WHERE subject = ?)
     AND event_seq < ? LIMIT 1`,
  );
  return left.pluck().get(chargeId, seq);
}

function firstMissing(missing: ReadonlyMap<string, { readonly seq: number }>): Fault | null {
  const [first] = missing;
  if (first === undefined) return null;
  const [subject, { seq }] = first;
  return { code: 'text', seq, subject, detail: 'missing, and not erased' };
}

/** The table of erased texts hides texts of old rows, so it must name the charges that the rows name. */
function oddErased(db: Database, erasedAt: ReadonlyMap<string, number>): Fault | null {
  const rows = db
    .prepare<[], { charge_id: string; event_seq: number }>('SELECT charge_id, event_seq FROM texts_erased')
    .all();
  const odd = rows.find(({ charge_id, event_seq }) => erasedAt.get(charge_id) !== event_seq);
  if (odd !== undefined)
    return { code: 'text', seq: odd.event_seq, subject: odd.charge_id, detail: 'erased by no row' };
  const named = new Set(rows.map(({ charge_id }) => charge_id));
  for (const [chargeId, seq] of erasedAt)
    if (!named.has(chargeId)) return { code: 'text', seq, subject: chargeId, detail: 'still shown' };
  return null;
}

function unknownText(db: Database, kept: number): Fault | null {
  const rows = db.prepare<[], number>('SELECT count(*) FROM outside_text').pluck().get() ?? 0;
  return rows === kept
    ? null
    : { code: 'text', seq: null, subject: null, detail: `${rows - kept} of no row` };
}
