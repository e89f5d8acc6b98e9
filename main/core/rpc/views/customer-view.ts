import type { CustomerView } from '../../../../shared/contract/views.ts';
import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import { answerOf } from '../../../../shared/domain/charge/answer.ts';
import type { Till } from '../../till/till.ts';
import { isHeard } from './is-heard.ts';
import { receiverOf, remaining } from './charge-view.ts';

/** What the customer's window shows: the charge on the counter, the news of the one before, or nothing. */
export function toCustomerView(till: Till, lastEnded: Charge | null): CustomerView {
  const { shopName, tillName, zone } = till.settings.get();
  const current = till.ledger.charges.waiting(tillName);
  return {
    shopName,
    zone,
    training: till.mode === 'training',
    screen: screenOf(till, current, lastEnded),
  };
}

function screenOf(till: Till, current: Charge | null, lastEnded: Charge | null): CustomerView['screen'] {
  if (current === null) return lastEnded === null ? atRest(till) : newsOf(lastEnded);
  // Nobody has said yet whether the customer of a charge found at start is still there: no QR for the next one.
  if (till.leftFromLastRun.has(current.id) && current.status !== 'approved') return { kind: 'wait' };
  switch (current.status) {
    case 'pending':
      return pending(till, current);
    case 'approved':
      return current.problem === null
        ? { kind: 'paid', amount: current.paidAmount ?? current.amount }
        : { kind: 'checking', amount: current.amount };
    default:
      return { kind: 'wait' };
  }
}

function pending(till: Till, charge: Charge): CustomerView['screen'] {
  const { brCode, deadlineAt } = charge;
  if (brCode === null || deadlineAt === null || answerOf(charge, isHeard(charge, till)) === 'doubt') {
    return { kind: 'checking', amount: charge.amount };
  }
  const remainingMs = remaining(deadlineAt, charge.timeLimitMs, till);
  if (remainingMs === 0) return { kind: 'expired' };
  return {
    kind: 'qr',
    amount: charge.amount,
    walletName: till.names.wallet(charge.wallet, charge.pixDictKey),
    isPix: charge.wallet === 'pix',
    brCode,
    receiver: receiverOf(charge),
    remainingMs,
    timeLimitMs: charge.timeLimitMs,
  };
}

function newsOf(charge: Charge): CustomerView['screen'] {
  switch (charge.status) {
    case 'approved':
    case 'partially_refunded':
      return charge.late ? { kind: 'idle' } : { kind: 'paid', amount: charge.paidAmount ?? charge.amount };
    case 'cancelling':
      // No QR of it was ever shown.
      if (charge.givenUp === 'refused') return { kind: 'idle' };
      return charge.givenUp === 'time-limit' ? { kind: 'expired' } : { kind: 'cancelled' };
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'expired':
      return { kind: 'expired' };
    default:
      return { kind: 'idle' };
  }
}

/** `offline` for each reason why there is no Pix now: the customer needs another way to pay, not the reason. */
function atRest(till: Till): CustomerView['screen'] {
  return till.contact().answering ? { kind: 'idle' } : { kind: 'offline' };
}
