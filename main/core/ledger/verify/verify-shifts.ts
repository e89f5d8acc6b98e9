import type { Database } from 'better-sqlite3';
import { epochMs } from '../../../../shared/kernel/time.ts';
import { closingOf, type ShiftClosedBody } from '../closing-event.ts';
import { createClosingRepo } from '../closing-repo.ts';
import { createEventLog, decodeEvent, type RawEvent, type StoredEvent } from '../event-log.ts';
import { readShiftFigures } from '../shift-figures.ts';
import { difference, type Fault } from './fault.ts';

interface ShiftRow {
  id: string;
  operator_id: string;
  opened_at_ms: number;
  closed_at_ms: number | null;
}

/** What the events about no charge must have made. Rows are noted as the chain is read, then compared. */
export interface ShiftCheck {
  note(row: RawEvent): void;
  /** Shifts, closings and settings stand as the events say; the figures of each closing are worked out anew. */
  compare(): Fault | null;
}

export function createShiftCheck(db: Database): ShiftCheck {
  const shifts = new Map<string, ShiftRow>();
  const ends: StoredEvent[] = [];
  const settings = new Map<string, { value: string; seq: number }>();

  const note = (event: StoredEvent): void => {
    const { type, body, at, seq } = event;
    const id = String(body['shiftId']);
    if (type === 'shift-opened')
      shifts.set(id, { id, operator_id: String(body['operatorId']), opened_at_ms: at, closed_at_ms: null });
    if (type === 'shift-closed') {
      ends.push(event);
      const shift = shifts.get(id);
      if (shift !== undefined) shift.closed_at_ms = at;
    }
    if (type === 'settings-changed')
      for (const [key, value] of Object.entries(body))
        settings.set(key, { value: JSON.stringify(value), seq });
  };

  return {
    note: (row) => {
      if (row.subject === null) note(decodeEvent(row));
    },
    compare: () =>
      compareShifts(db, shifts) ?? compareClosings(db, ends, shifts) ?? compareSettings(db, settings),
  };
}

function compareShifts(db: Database, expected: ReadonlyMap<string, ShiftRow>): Fault | null {
  const rows = db
    .prepare<[], ShiftRow>('SELECT id, operator_id, opened_at_ms, closed_at_ms FROM shift ORDER BY id')
    .all();
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const id of new Set([...expected.keys(), ...found.keys()])) {
    const odd = difference({ shift: expected.get(id) ?? null }, { shift: found.get(id) ?? null });
    if (odd !== null) return { code: 'shift', seq: null, subject: id, detail: odd };
  }
  return null;
}

function compareClosings(
  db: Database,
  ends: readonly StoredEvent[],
  shifts: ReadonlyMap<string, ShiftRow>,
): Fault | null {
  const repo = createClosingRepo(db);
  const log = createEventLog(db);
  let made = 0;
  for (const end of ends) {
    const shift = shifts.get(String(end.body['shiftId']));
    const hash = log.hashOf(end.seq);
    if (shift === undefined || hash === null || end.body['figures'] === undefined) continue;
    made += 1;
    const { figures } = end.body as ShiftClosedBody;
    const oddFigures = difference({ ...readShiftFigures(db, end.seq) }, { ...figures });
    if (oddFigures !== null) return { code: 'figures', seq: end.seq, subject: shift.id, detail: oddFigures };
    const opened = { operatorId: shift.operator_id, openedAt: epochMs(shift.opened_at_ms) };
    const odd = difference({ ...closingOf(end, hash, opened) }, { ...repo.byId(shift.id) });
    if (odd !== null) return { code: 'closing', seq: end.seq, subject: shift.id, detail: odd };
  }
  const there = db.prepare<[], number>('SELECT count(*) FROM closing').pluck().get() ?? 0;
  return there === made ? null : { code: 'closing', seq: null, subject: null, detail: `${there} ≠ ${made}` };
}

function compareSettings(
  db: Database,
  expected: ReadonlyMap<string, { value: string; seq: number }>,
): Fault | null {
  const one = db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck();
  for (const [key, { value, seq }] of expected) {
    const odd = difference({ [key]: value }, { [key]: one.get(key) });
    if (odd !== null) return { code: 'setting', seq, subject: key, detail: odd };
  }
  return null;
}
