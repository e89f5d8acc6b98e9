import type { Change } from '../../../../shared/domain/charge/change.ts';
import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import type { ChargeEvent } from '../../../../shared/domain/charge/event.ts';
import { transition } from '../../../../shared/domain/charge/transition.ts';
import type { StoredEvent } from '../event-log.ts';

/** The charge that the events of one subject make. Throws when the ledger holds an event that cannot apply: a bug. */
export function fold(events: readonly StoredEvent[]): Charge | null {
  let charge: Charge | null = null;
  for (const event of events) charge = step(charge, event).charge;
  return charge;
}

/** What one stored event makes of a charge. Throws when it cannot apply to it: a bug. */
export function step(charge: Charge | null, stored: StoredEvent): Change {
  const outcome = transition(charge, { type: stored.type, ...stored.body } as ChargeEvent, stored.at);
  if (!outcome.ok) throw new Error(`event ${stored.seq} (${stored.type}) does not apply: ${outcome.error}`);
  return outcome.value;
}
