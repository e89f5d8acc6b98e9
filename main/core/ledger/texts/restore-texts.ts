import type { Database } from 'better-sqlite3';
import { isTextDigest, outsideFieldsOf } from '../../../../shared/domain/ledger-event/outside-texts.ts';
import { createEventLog } from '../event-log.ts';
import { createTextWrite, textDigest } from './outside-texts.ts';

/** Reads another file up to its damage. */
type ReadSource = (source: string, read: (from: Database) => void) => void;

/**
 * Takes the texts of the rows after `seq` from other files: the first text of each that its digest proves. A text that no file
 * has is lost.
 */
export function restoreTexts(
  db: Database,
  seq: number,
  sources: readonly string[],
  readSource: ReadSource,
): void {
  const lacking = textsOfRows(db, seq);
  const write = createTextWrite(db);
  for (const source of sources) {
    if (lacking.size === 0) return;
    readSource(source, (from) => {
      const select = from.prepare<[number, string], { salt: Buffer; text: string }>(
        'SELECT salt, text FROM outside_text WHERE event_seq = ? AND field = ?',
      );
      for (const [key, { at, field, sha256 }] of lacking) {
        const found = select.get(at, field);
        if (found === undefined || textDigest(found.salt, found.text) !== sha256) continue;
        write(at, [{ field, ...found }]);
        lacking.delete(key);
      }
    });
  }
}

interface Told {
  readonly at: number;
  readonly field: string;
  readonly sha256: string;
}

/** Returns what the rows after `seq` say about their texts. */
function textsOfRows(db: Database, seq: number): Map<string, Told> {
  const told = new Map<string, Told>();
  for (const row of createEventLog(db).raw(seq)) {
    const fields = outsideFieldsOf(row.type);
    if (fields.length === 0) continue;
    const body = JSON.parse(row.body) as Readonly<Record<string, unknown>>;
    for (const [field] of fields) {
      const value = body[field];
      if (isTextDigest(value)) told.set(`${row.seq} ${field}`, { at: row.seq, field, sha256: value.sha256 });
    }
  }
  return told;
}
