import { refundable, type Charge } from '../../../shared/domain/charge/charge.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { transition } from '../../../shared/domain/charge/transition.ts';
import type { EpochMs } from '../../../shared/kernel/time.ts';
import type { WayOut } from '../../../shared/contract/day-report.ts';

/** What can be done about a charge as it stands: the state machine itself says which act would be taken. */
export function waysOut(charge: Charge, now: EpochMs): WayOut[] {
  const takes = (event: ChargeEvent): boolean => transition(charge, event, now).ok;
  const ways: (WayOut | null)[] = [
    takes({ type: 'finalized' }) ? 'finalize' : null,
    takes({ type: 'given-up', cause: 'operator', reason: null }) ? 'cancel' : null,
    charge.pendingRefund === null && refundable(charge) > 0 ? 'refund' : null,
    ['queued', 'creating', 'pending', 'cancelling', 'refund_pending'].includes(charge.status) ? 'wait' : null,
    takes({ type: 'forced', outcome: 'not-paid', reason: '', by: '' }) ? 'force' : null,
  ];
  return ways.filter((way) => way !== null);
}
