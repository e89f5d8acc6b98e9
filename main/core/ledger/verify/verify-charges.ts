import type { Database } from 'better-sqlite3';
import { waitsForOperator, type Charge } from '../../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../../shared/domain/charge/settled.ts';
import {
  ATTEMPT_COLUMNS,
  CHARGE_COLUMNS,
  encodeAttempt,
  encodeCharge,
  type AttemptRow,
  type ChargeRow,
} from '../projections/charge-row.ts';
import { createEventLog, type StoredEvent } from '../event-log.ts';
import { step } from '../projections/fold.ts';
import { difference, type Fault } from './fault.ts';

type Row = ChargeRow & { waits: number; settled: number };

/** Every charge and attempt is what its events make of it, and there is no other. */
export function verifyCharges(db: Database): Fault | null {
  const log = createEventLog(db);
  const rows = db.prepare<[], Row>(
    `SELECT ${CHARGE_COLUMNS.join(', ')}, waits, settled FROM charge ORDER BY id`,
  );
  const attempts = db.prepare<[string], AttemptRow>(
    `SELECT ${ATTEMPT_COLUMNS.join(', ')} FROM attempt WHERE charge_id = ? ORDER BY no`,
  );
  let count = 0;
  for (const row of rows.iterate()) {
    count += 1;
    const events = log.of(row.id);
    const folded = foldOrFault(events);
    if ('code' in folded) return folded;
    const { charge } = folded;
    if (charge === null) return { code: 'charge-unknown', seq: null, subject: row.id, detail: row.status };
    const fault = compare(charge, row, attempts.all(row.id), events.at(-1)?.seq ?? null);
    if (fault !== null) return fault;
  }
  return missingCharge(db, count) ?? orphanAttempt(db);
}

function foldOrFault(events: readonly StoredEvent[]): { charge: Charge | null } | Fault {
  let charge: Charge | null = null;
  for (const event of events) {
    try {
      charge = step(charge, event).charge;
    } catch (error) {
      return { code: 'event', seq: event.seq, subject: event.subject, detail: String(error) };
    }
  }
  return { charge };
}

function compare(charge: Charge, row: Row, attempts: AttemptRow[], seq: number | null): Fault | null {
  const expected = {
    ...encodeCharge(charge),
    waits: waitsForOperator(charge) ? 1 : 0,
    settled: isSettled(charge) ? 1 : 0,
  };
  const odd = difference(expected, { ...row });
  if (odd !== null) return { code: 'charge', seq, subject: charge.id, detail: odd };
  const made = charge.attempts.map((attempt) => encodeAttempt(charge.id, attempt));
  const oddAttempt = difference({ attempts: made }, { attempts });
  return oddAttempt === null ? null : { code: 'attempt', seq, subject: charge.id, detail: oddAttempt };
}

/** The first charge that was made and is not in the table. There is none when the table has as many as were made. */
function missingCharge(db: Database, count: number): Fault | null {
  const made = db.prepare<[], number>("SELECT count(*) FROM ledger_event WHERE type = 'created'").pluck();
  if (made.get() === count) return null;
  const first = db
    .prepare<[], { seq: number; subject: string }>(
      `SELECT seq, subject FROM ledger_event
       WHERE type = 'created' AND subject NOT IN (SELECT id FROM charge) ORDER BY seq LIMIT 1`,
    )
    .get();
  return first === undefined ? null : { code: 'charge-missing', ...first, detail: 'created' };
}

/** The first attempt of a charge that is not in the table. */
function orphanAttempt(db: Database): Fault | null {
  const subject = db
    .prepare<[], string>(
      'SELECT charge_id FROM attempt WHERE charge_id NOT IN (SELECT id FROM charge) ORDER BY charge_id LIMIT 1',
    )
    .pluck()
    .get();
  return subject === undefined ? null : { code: 'attempt', seq: null, subject, detail: 'no charge' };
}
