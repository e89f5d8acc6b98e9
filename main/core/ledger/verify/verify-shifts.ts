import type { Database } from 'better-sqlite3';
import { isTillEvent, type TillEvent } from '../../../../shared/domain/ledger-event/till-event.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';
import { closingOf } from '../projections/closing-event.ts';
import { createClosingRepo } from '../projections/closing-repo.ts';
import { createEventLog, decodeEvent, type RawEvent, type StoredEvent } from '../event-log.ts';
import { readShiftFigures } from '../projections/shift-figures.ts';
import { difference, type Fault } from './fault.ts';

interface ShiftRow {
  id: string;
  operator_id: string;
  opened_at_ms: number;
  closed_at_ms: number | null;
}

type ClosedEvent = StoredEvent & TillEvent<'shift-closed'>;

/** What the events of shifts must have made. Rows are noted as the chain is read, then compared. */
export interface ShiftCheck {
  note(row: RawEvent): void;
  /** Shifts and closings stand as the events say, and there are no others; the figures of each are worked out anew. */
  compare(): Fault | null;
}

export function createShiftCheck(db: Database): ShiftCheck {
  const shifts = new Map<string, ShiftRow>();
  const ends: ClosedEvent[] = [];

  const note = (event: StoredEvent): void => {
    const { at } = event;
    if (isTillEvent(event, 'shift-opened')) {
      const { shiftId: id, operatorId } = event.body;
      shifts.set(id, { id, operator_id: operatorId, opened_at_ms: at, closed_at_ms: null });
    } else if (isTillEvent(event, 'shift-taken-over')) {
      const shift = shifts.get(event.body.shiftId);
      if (shift !== undefined) shift.operator_id = event.body.operatorId;
    } else if (isTillEvent(event, 'shift-closed')) {
      ends.push(event);
      const shift = shifts.get(event.body.shiftId);
      if (shift !== undefined) shift.closed_at_ms = at;
    }
  };

  return {
    note: (row) => {
      if (row.subject === null) note(decodeEvent(row));
    },
    compare: () => compareShifts(db, shifts) ?? compareClosings(db, ends, shifts),
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
  ends: readonly ClosedEvent[],
  shifts: ReadonlyMap<string, ShiftRow>,
): Fault | null {
  const repo = createClosingRepo(db);
  const log = createEventLog(db);
  const made = new Set<string>();
  for (const end of ends) {
    const { shiftId, figures } = end.body;
    const shift = shifts.get(shiftId);
    const hash = log.hashOf(end.seq);
    if (shift === undefined || hash === null || figures === undefined) continue;
    made.add(shift.id);
    const oddFigures = difference({ ...readShiftFigures(db, end.seq) }, { ...figures });
    if (oddFigures !== null) return { code: 'figures', seq: end.seq, subject: shift.id, detail: oddFigures };
    const opened = { operatorId: shift.operator_id, openedAt: epochMs(shift.opened_at_ms) };
    const odd = difference({ ...closingOf(end, hash, opened) }, { ...repo.byId(shift.id) });
    if (odd !== null) return { code: 'closing', seq: end.seq, subject: shift.id, detail: odd };
  }
  return findOtherClosing(db, made);
}

/** A closing, or a line of one, whose shift ended by no event. */
function findOtherClosing(db: Database, made: ReadonlySet<string>): Fault | null {
  for (const table of ['closing', 'closing_status', 'closing_wallet']) {
    const ids = db.prepare<[], string>(`SELECT DISTINCT shift_id FROM ${table} ORDER BY shift_id`).pluck();
    const other = ids.all().find((id) => !made.has(id));
    if (other !== undefined) return { code: 'closing', seq: null, subject: other, detail: table };
  }
  return null;
}
