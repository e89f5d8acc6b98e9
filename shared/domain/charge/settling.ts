import { err } from '../../kernel/result.ts';
import type { EpochMs } from '../../kernel/time.ts';
import type { Centavos } from '../money/centavos.ts';
import { changed, givenUpStatus, type Outcome } from './change.ts';
import { refundable, type Charge } from './charge.ts';
import type { ChargeEffect, ChargeEvent } from './event.ts';

type Of<T extends ChargeEvent['type']> = Extract<ChargeEvent, { type: T }>;

/** The operator, the countdown or a wrong QR gave the charge up: its orders are cancelled until that is certain. */
export function onGivenUp(charge: Charge, event: Of<'given-up'>, now: EpochMs): Outcome {
  const givenUp = { ...charge, givenUp: event.cause };
  const end = givenUpStatus(givenUp, charge.attempts, now);
  const stop: ChargeEffect = { kind: 'stop', of: 'time-limit', attempt: 0 };
  if (charge.status === 'queued' || charge.status === 'creating') return changed(givenUp, end, [stop]);
  if (charge.status !== 'pending') return err('not-applicable');
  const effects = charge.attempts
    .filter((attempt) => attempt.status === 'open')
    .flatMap(({ no }): ChargeEffect[] => [
      { kind: 'stop', of: 'look-up', attempt: no },
      { kind: 'cancel', attempt: no },
    ]);
  return changed(givenUp, { ...end, problem: null }, [...effects, stop]);
}

/** More time, once (rule 1). */
export function onExtended(charge: Charge, event: Of<'extended'>, now: EpochMs): Outcome {
  if (charge.status !== 'pending') return err('not-applicable');
  if (charge.extended) return err('already-extended');
  const dueInMs = Math.max(0, event.deadlineAt - now);
  return changed(charge, { extended: true, deadlineAt: event.deadlineAt }, [{ kind: 'time-limit', dueInMs }]);
}

/** Goods handed over; for a late payment, the money is attached to the sale. */
export function onFinalized(charge: Charge, now: EpochMs): Outcome {
  const paid = charge.status === 'approved' || charge.status === 'partially_refunded';
  if (!paid || charge.finalizedAt !== null) return err('not-applicable');
  return changed(charge, { finalizedAt: now });
}

export function onRefundRequested(charge: Charge, event: Of<'refund-requested'>, now: EpochMs): Outcome {
  const paid = charge.status === 'approved' || charge.status === 'partially_refunded';
  if (!paid || charge.pendingRefund !== null) return err('not-applicable');
  if (event.amount <= 0 || event.amount > refundable(charge)) return err('exceeds-refundable');
  const attempt = charge.attempts.findLast((each) => each.status === 'paid');
  if (attempt === undefined) return err('not-applicable');
  const pendingRefund = { refundId: event.refundId, amount: event.amount, requestedAt: now };
  return changed(charge, { status: 'refund_pending', pendingRefund, problem: null }, [
    { kind: 'refund', attempt: attempt.no },
  ]);
}

export function onRefundDone(charge: Charge, event: Of<'refund-done'>): Outcome {
  if (charge.pendingRefund?.refundId !== event.refundId) return err('not-applicable');
  const refundedAmount = (charge.refundedAmount + charge.pendingRefund.amount) as Centavos;
  const status = refundedAmount >= (charge.paidAmount ?? 0) ? 'refunded' : 'partially_refunded';
  return changed(charge, { status, refundedAmount, pendingRefund: null });
}

/** The wallet's bank said no: the money stays with the shop, and the screens say so. */
export function onRefundRefused(charge: Charge, event: Of<'refund-refused'>): Outcome {
  if (charge.pendingRefund?.refundId !== event.refundId) return err('not-applicable');
  const status = charge.refundedAmount > 0 ? 'partially_refunded' : 'approved';
  const problem = { code: 'refund-refused', detail: event.message } as const;
  return changed(charge, { status, pendingRefund: null, problem });
}
