import type { Database } from 'better-sqlite3';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { transition } from '../../../shared/domain/charge/transition.ts';
import { createChargeRepo } from './charge-repo.ts';
import { createEventLog, type StoredEvent } from './event-log.ts';

const CHARGE_EVENTS = 500;

/** The charge that the events of one subject make. Throws when the ledger holds an event that cannot apply: a bug. */
export function fold(events: readonly StoredEvent[]): Charge | null {
  let charge: Charge | null = null;
  for (const event of events) charge = step(charge, event);
  return charge;
}

function step(charge: Charge | null, stored: StoredEvent): Charge {
  const outcome = transition(charge, { type: stored.type, ...stored.body } as ChargeEvent, stored.at);
  if (!outcome.ok) throw new Error(`event ${stored.seq} (${stored.type}) does not apply: ${outcome.error}`);
  return outcome.value.charge;
}

/** Throws the projection of charges away and makes it again from the ledger, in the caller's transaction. */
export function rebuildCharges(db: Database): number {
  const log = createEventLog(db);
  const repo = createChargeRepo(db);
  db.exec('DELETE FROM attempt; DELETE FROM charge;');
  let seq = 0;
  let count = 0;
  for (;;) {
    const page = log.since(seq, CHARGE_EVENTS);
    if (page.length === 0) return count;
    for (const event of page) {
      seq = event.seq;
      if (event.subject === null) continue;
      repo.save(step(event.type === 'created' ? null : repo.byId(event.subject), event));
      count += 1;
    }
  }
}
