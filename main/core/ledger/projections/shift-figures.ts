import type { Database } from 'better-sqlite3';
import { createTally, type ShiftFigures } from '../../../../shared/domain/closing/tally.ts';
import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import { createDiaryLog } from '../diary-log.ts';
import { createEventLog, type StoredEvent } from '../event-log.ts';
import { step } from './fold.ts';

/**
 * What happened from the closing before up to row `upTo` (not included), from the events alone: whatever the ledger holds
 * stands in one shift. Reads as much as the shift wrote, and of older charges that it touched their events.
 */
export function readShiftFigures(db: Database, upTo: number): ShiftFigures {
  const log = createEventLog(db);
  const from = createDiaryLog(db).before('shift-closed', upTo, 1)[0]?.seq ?? 0;
  const touched = db
    .prepare<[number, number], string>(
      'SELECT DISTINCT subject FROM ledger_event WHERE seq > ? AND seq < ? AND subject IS NOT NULL',
    )
    .pluck();
  const tally = createTally();
  for (const subject of touched.all(from, upTo)) {
    const events = log.of(subject).filter(({ seq }) => seq < upTo);
    let charge: Charge | null = null;
    for (const event of events) {
      const after: Charge = step(charge, event).charge;
      if (event.seq > from) tally.addEvent(charge, after);
      charge = after;
    }
    if (charge !== null) tally.addClosingState(charge, isIn(events[0], from));
  }
  return tally.figures();
}

function isIn(first: StoredEvent | undefined, from: number): boolean {
  return first !== undefined && first.seq > from;
}
