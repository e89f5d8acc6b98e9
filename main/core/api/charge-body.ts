import { payingAttempt, type Charge } from '../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../shared/domain/charge/settled.ts';
import type { Till } from '../till/till.ts';
import { instant, instantOrNull } from './instant.ts';

/**
 * Returns a charge of a till in the shape of the API. `till` is the name that the till had when the charge was created. `brCode` is set only while it can be paid, because an old
 * QR must not be shown. `client` is the program that created the charge.
 */
export function chargeBody(
  charge: Charge,
  { ledger, identity: { tillId, storeId } }: Pick<Till, 'ledger' | 'identity'>,
): Record<string, unknown> {
  const attempt = payingAttempt(charge);
  return {
    id: charge.id,
    requestId: charge.requestId,
    reference: charge.reference,
    description: charge.description,
    till: charge.till,
    tillId,
    storeId,
    client: ledger.log.firstOf(charge.id)?.via?.client ?? null,
    status: charge.status,
    settled: isSettled(charge),
    late: charge.late,
    amount: charge.amount,
    paidAmount: charge.paidAmount,
    refundedAmount: charge.refundedAmount,
    wallet: charge.wallet,
    brCode: charge.status === 'pending' ? charge.brCode : null,
    createdAt: instant(charge.createdAt),
    expiresAt: instantOrNull(charge.deadlineAt),
    approvedAt: instantOrNull(charge.approvedAt),
    finalizedAt: instantOrNull(charge.finalizedAt),
    gatewayOrderId: attempt?.orderId ?? null,
    orderRef: attempt?.orderRef ?? null,
    endToEndId: charge.endToEndId,
    attempts: charge.attempts.length,
    problem: charge.problem,
  };
}
