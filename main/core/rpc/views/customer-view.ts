import type { CustomerView } from '../../../../shared/contract/views.ts';
import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import { answerOf } from '../../../../shared/domain/charge/answer.ts';
import type { Till } from '../../till/till.ts';
import { receiverOf, remaining } from './charge-view.ts';
import { isSetUp } from './set-up.ts';

/**
 * Returns the view of the customer's window: the charge that waits for its operator, else the end of the charge before it,
 * else the till at rest.
 */
export function toCustomerView(till: Till, lastEnded: Charge | null, modeChosen: boolean): CustomerView {
  const { shopName, zone } = till.settings.get();
  const current = till.ledger.charges.waiting();
  const setUp = isSetUp(till, modeChosen);
  const rest = lastEnded === null ? atRest(till, setUp) : newsOf(lastEnded);
  return {
    // Before the set-up the name is only a suggestion.
    shopName: setUp ? shopName : '',
    zone,
    training: till.identity.mode === 'training',
    screen: current === null ? rest : screenOf(till, current),
  };
}

function screenOf(till: Till, current: Charge): CustomerView['screen'] {
  // The customer of a charge that the last run left may be gone. Its QR must not be shown to the next customer.
  if (till.leftFromLastRun.has(current.id) && current.status !== 'approved') return { kind: 'wait' };
  switch (current.status) {
    case 'pending':
      return pending(till, current);
    case 'approved':
      return current.problem === null
        ? { kind: 'paid', amount: current.paidAmount ?? current.amount }
        : { kind: 'checking', amount: current.amount, isPaid: true };
    default:
      return { kind: 'wait' };
  }
}

function pending(till: Till, charge: Charge): CustomerView['screen'] {
  const { brCode, deadlineAt } = charge;
  const answer = answerOf(charge, till.silence.silenceAbout(charge.id));
  if (brCode === null || deadlineAt === null || answer === 'doubt') {
    return { kind: 'checking', amount: charge.amount, isPaid: false };
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
      // The gateway refused the order, so no QR was shown.
      if (charge.givenUp === 'refused') return { kind: 'idle' };
      return charge.givenUp === 'time-limit' ? { kind: 'expired' } : cancelled(charge);
    case 'cancelled':
      return cancelled(charge);
    case 'expired':
      return { kind: 'expired' };
    default:
      return { kind: 'idle' };
  }
}

function cancelled({ status, givenUp }: Charge): CustomerView['screen'] {
  return { kind: 'cancelled', isProven: status === 'cancelled', isRefused: givenUp === 'qr-mismatch' };
}

/**
 * Returns the screen between two sales. `offline` for every reason why no QR can be made now: the customer needs another way to
 * pay, not the reason.
 */
function atRest(till: Till, setUp: boolean): CustomerView['screen'] {
  if (!setUp) return { kind: 'preparing' };
  // Also a program that sells over the local API opens a shift.
  if (till.shifts.open() === null) return { kind: 'closed' };
  return till.contact().answering ? { kind: 'idle' } : { kind: 'offline' };
}
