import { assertNever } from '../../kernel/assert-never.ts';
import { err } from '../../kernel/result.ts';
import type { EpochMs } from '../../kernel/time.ts';
import type { Outcome } from './change.ts';
import type { Charge } from './charge.ts';
import type { ChargeEvent } from './event.ts';
import {
  onAttemptLost,
  onAttemptStarted,
  onCreated,
  onOpened,
  onOrphanAbsent,
  onOrphanFound,
  onOrphanUnlisted,
  onQueued,
  onRefused,
} from './opening.ts';
import { onSeen } from './seeing.ts';
import {
  onExtended,
  onFinalized,
  onPutOnPaper,
  onForced,
  onGivenUp,
  onRefundDone,
  onRefundRefused,
  onRefundRequested,
  onRefundUnclear,
} from './settling.ts';

/**
 * Applies an event to a charge: returns the changed charge and the effects, or why the event does not apply. Pure. The till and
 * the rebuild of the projections (which ignores the effects) use the same function, so they cannot differ.
 */
export function transition(charge: Charge | null, event: ChargeEvent, now: EpochMs): Outcome {
  if (event.type === 'created') return charge === null ? onCreated(event, now) : err('not-applicable');
  if (charge === null) return err('not-applicable');
  switch (event.type) {
    case 'attempt-started':
      return onAttemptStarted(charge, event, now);
    case 'queued':
      return onQueued(charge, event, now);
    case 'attempt-lost':
      return onAttemptLost(charge, event);
    case 'opened':
      return onOpened(charge, event);
    case 'refused':
      return onRefused(charge, event, now);
    case 'orphan-found':
      return onOrphanFound(charge, event);
    case 'orphan-unlisted':
      return onOrphanUnlisted(charge, event);
    case 'orphan-absent':
      return onOrphanAbsent(charge, event, now);
    case 'seen':
      return onSeen(charge, event, now);
    case 'given-up':
      return onGivenUp(charge, event, now);
    case 'extended':
      return onExtended(charge, event, now);
    case 'put-on-paper':
      return onPutOnPaper(charge, event);
    case 'finalized':
      return onFinalized(charge, now);
    case 'forced':
      return onForced(charge, event, now);
    case 'refund-requested':
      return onRefundRequested(charge, event, now);
    case 'refund-done':
      return onRefundDone(charge, event);
    case 'refund-refused':
      return onRefundRefused(charge, event);
    case 'refund-unclear':
      return onRefundUnclear(charge, event);
    default:
      return assertNever(event);
  }
}
