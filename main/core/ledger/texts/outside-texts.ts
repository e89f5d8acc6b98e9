import { createHash } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import { isTextDigest, outsideFieldsOf } from '../../../../shared/domain/ledger-event/outside-texts.ts';
import type { Random } from '../../../../shared/kernel/random.ts';

type Body = Readonly<Record<string, unknown>>;

/** A text that stays beside the chain, with the salt of its digest. */
export interface OutsideText {
  readonly field: string;
  readonly salt: Uint8Array;
  readonly text: string;
}

/** Length of a salt in bytes. Without the salt, the digest of a short text could be guessed. */
const SALT = 16;

/** Returns what the event of a text says about it, hexadecimal. */
export function textDigest(salt: Uint8Array, text: string): string {
  return createHash('sha256').update(salt).update(text, 'utf8').digest('hex');
}

/** Returns the body as the chain stores it, with digests in the place of the texts from outside, and those texts. */
export function sealTexts(
  type: string,
  body: Body,
  random: Pick<Random, 'bytes'>,
): { readonly body: Body; readonly texts: readonly OutsideText[] } {
  const texts = outsideFieldsOf(type).flatMap(([field]): OutsideText[] => {
    const text = body[field];
    return typeof text === 'string' ? [{ field, salt: random.bytes(SALT), text }] : [];
  });
  if (texts.length === 0) return { body, texts };
  const digests = texts.map(({ field, salt, text }): [string, unknown] => [
    field,
    { sha256: textDigest(salt, text) },
  ]);
  return { body: { ...body, ...Object.fromEntries<unknown>(digests) }, texts };
}

/** Returns the write of the texts of a row, in the caller's transaction. It is prepared with the first text. */
export function createTextWrite(db: Database): (seq: number, texts: readonly OutsideText[]) => void {
  let insert: Statement | null = null;
  return (seq, texts) => {
    if (texts.length === 0) return;
    insert ??= db.prepare('INSERT INTO outside_text (event_seq, field, salt, text) VALUES (?, ?, ?, ?)');
    for (const { field, salt, text } of texts) insert.run(seq, field, Buffer.from(salt), text);
  };
}

/** The parts of an event that decide its texts. */
interface Event {
  readonly seq: number;
  readonly subject: string | null;
  readonly type: string;
  readonly body: Body;
}

/**
 * Returns a function that gives an event its texts: those beside the chain, and those that rows of older versions have in
 * themselves. If the texts of the charge were erased after the event, or a restore did not find one, the event has none. Reads
 * the tables beside the chain only for events that can have a text.
 */
export function createTextReader(db: Database): <E extends Event>(event: E) => E {
  let lookUp: TextLookUp | null = null;
  return (event) => {
    const fields = outsideFieldsOf(event.type).filter(([field]) => {
      const stored = event.body[field];
      return typeof stored === 'string' || isTextDigest(stored);
    });
    if (fields.length === 0) return event;
    lookUp ??= createTextLookUp(db);
    const { isErased, textOf } = lookUp;
    const erased = isErased(event);
    const texts = fields.map(([field, gone]): [string, unknown] => {
      const stored = event.body[field];
      if (erased) return [field, gone];
      return [field, isTextDigest(stored) ? (textOf(event.seq, field) ?? gone) : stored];
    });
    return { ...event, body: { ...event.body, ...Object.fromEntries<unknown>(texts) } };
  };
}

interface TextLookUp {
  isErased(event: Pick<Event, 'seq' | 'subject'>): boolean;
  textOf(seq: number, field: string): string | undefined;
}

function createTextLookUp(db: Database): TextLookUp {
  const erasedAt = db
    .prepare<[string | null], number>('SELECT event_seq FROM texts_erased WHERE charge_id = ?')
    .pluck();
  const text = db
    .prepare<[number, string], string>('SELECT text FROM outside_text WHERE event_seq = ? AND field = ?')
    .pluck();
  return {
    isErased: ({ seq, subject }) => (erasedAt.get(subject) ?? 0) > seq,
    textOf: (seq, field) => text.get(seq, field),
  };
}
