import type { EpochMs } from '../../kernel/time.ts';
import { refundable, type Charge } from './charge.ts';
import type { ChargeEvent } from './event.ts';
import { transition } from './transition.ts';

/** The acts that can be possible for an open item. */
export const WAYS_OUT = ['finalize', 'cancel', 'wait', 'refund', 'force'] as const;
export type WayOut = (typeof WAYS_OUT)[number];

/** Returns the acts that are possible for a charge now. The state machine itself decides which ones apply. */
export function waysOut(charge: Charge, now: EpochMs): WayOut[] {
  const takes = (event: ChargeEvent): boolean => transition(charge, event, now).ok;
  const ways: (WayOut | null)[] = [
    takes({ type: 'finalized' }) ? 'finalize' : null,
    takes({ type: 'given-up', cause: 'operator', reason: null }) ? 'cancel' : null,
    charge.pendingRefund === null && refundable(charge) > 0 ? 'refund' : null,
    isAsking(charge) ? 'wait' : null,
    takes({ type: 'forced', outcome: 'not-paid', reason: '', by: '' }) ? 'force' : null,
  ];
  return ways.filter((way) => way !== null);
}

/** True while the gateway is still asked about the charge, or about one of its orders. */
function isAsking({ status, attempts }: Charge): boolean {
  return (
    ['queued', 'creating', 'pending', 'cancelling', 'refund_pending'].includes(status) ||
    attempts.some((attempt) => ['sent', 'lost', 'open', 'unclear'].includes(attempt.status))
  );
}
