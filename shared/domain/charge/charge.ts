import type { EpochMs } from '../../kernel/time.ts';
import type { Centavos } from '../money/centavos.ts';

/** The states of product.md. The panel's PENDENTE is queued, creating, pending or cancelling. */
export const CHARGE_STATUSES = [
  'queued',
  'creating',
  'pending',
  'cancelling',
  'approved',
  'cancelled',
  'expired',
  'failed',
  'refund_pending',
  'partially_refunded',
  'refunded',
] as const;

export type ChargeStatus = (typeof CHARGE_STATUSES)[number];

/**
 * Who gave a charge up by an event of its own: the operator, the till's countdown, or Balcão because the QR did not match
 * the charge.
 */
export const GIVEN_UP_BY = ['operator', 'time-limit', 'qr-mismatch'] as const;
export type GivenUpBy = (typeof GIVEN_UP_BY)[number];

/**
 * Why a charge is given up. `refused` and `outside`: the gateway refused its newest order, or somebody cancelled it there,
 * while an earlier order, which got no answer, may be payable. `time-limit` is also the gateway's own countdown.
 */
export type GiveUpCause = GivenUpBy | 'refused' | 'outside';

/**
 * One gateway order made for a charge.
 * `sent`: on disk, perhaps at the gateway, outcome unknown. `lost`: no answer came; its QR was never shown.
 * `unsent`: certainly never left. `open`: payable. `paid`: money arrived. `returning`: money arrived, and the gateway
 * refunds it by itself. `unclear`: money arrived, and the refunded amount is not proven yet. `closed`: certainly not
 * payable any more.
 */
export const ATTEMPT_STATUSES = [
  'sent',
  'lost',
  'unsent',
  'open',
  'paid',
  'returning',
  'unclear',
  'closed',
] as const;
export type AttemptStatus = (typeof ATTEMPT_STATUSES)[number];

/** Which family of calls made an order; reading it through the other one fails (gateway protocol, section 4). */
export const ORDER_FAMILIES = ['order', 'orderv'] as const;
export type OrderFamily = (typeof ORDER_FAMILIES)[number];

export interface Attempt {
  readonly no: number;
  readonly orderRef: string;
  readonly status: AttemptStatus;
  readonly startedAt: EpochMs;
  /** A lower bound of the gateway's clock when it was started; null when that was not known. */
  readonly gatewayAt: EpochMs | null;
  /** The gateway's clock up to which the first complete search for its order found nothing; null before. */
  readonly soughtAt: EpochMs | null;
  readonly orderId: string | null;
  readonly family: OrderFamily;
  /** What arrived for this order; null while none did, or while the gateway does not say how much. */
  readonly paidAmount: Centavos | null;
  readonly refundedAmount: Centavos;
}

/** Why a person must look: the screens turn each code into words and a next step. */
export const PROBLEM_CODES = [
  'gateway-refused',
  'no-answer-twice',
  'qr-mismatch',
  'paid-other-amount',
  'paid-twice',
  /** The gateway's word says nothing about a payable order, or for hours nothing about a refund. */
  'unknown-word',
  'refund-refused',
  /** An unknown amount was refunded. No refund of that order is sent, and it is read until the amount is proven. */
  'refund-unclear',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface Problem {
  readonly code: ProblemCode;
  /** The gateway's words, or a figure: for support, never the only thing shown. */
  readonly detail: string;
}

/** One refund asked of the gateway: one at a time (gateway protocol, section 10, row 10). */
export interface PendingRefund {
  readonly refundId: string;
  /** The order that it is taken from. */
  readonly attempt: number;
  readonly amount: Centavos;
  readonly requestedAt: EpochMs;
}

/**
 * A manager's word where evidence could not be had: a charge that was given up, or whose return hangs, counts as settled
 * without proof. It is no proof itself: it never makes a charge paid, and evidence that comes later is held against it.
 */
export interface Forced {
  /** What the manager holds to be true: the customer's money came, or it did not (or went back). */
  readonly outcome: 'paid' | 'not-paid';
  readonly reason: string;
  /** Operator id of the manager whose PIN it was. */
  readonly by: string;
  readonly at: EpochMs;
}

/** Our record of one sale to be paid by QR. Money in centavos, instants in epoch ms. */
export interface Charge {
  readonly id: string;
  readonly requestId: string;
  readonly reference: string | null;
  readonly description: string | null;
  /** The store's name of then; null for charges of before it was written down. */
  readonly store: string | null;
  readonly till: string;
  readonly operator: string;
  readonly shiftId: string;
  readonly businessDay: string;
  readonly amount: Centavos;
  readonly wallet: string;
  readonly pixDictKey: string | null;
  readonly status: ChargeStatus;
  /** Counts the transitions; an answer asked for at an older version is not applied. */
  readonly version: number;
  readonly createdAt: EpochMs;
  /** When the QR stops being offered; null before there is one. */
  readonly deadlineAt: EpochMs | null;
  readonly timeLimitMs: number;
  readonly extended: boolean;
  readonly brCode: string | null;
  readonly approvedAt: EpochMs | null;
  readonly finalizedAt: EpochMs | null;
  /** When it became cancelled, expired or failed: the start of the watch. */
  readonly closedAt: EpochMs | null;
  /** What arrived for all its orders together; null while none did. */
  readonly paidAmount: Centavos | null;
  readonly refundedAmount: Centavos;
  readonly pendingRefund: PendingRefund | null;
  readonly endToEndId: string | null;
  /** The payment landed after we gave up. */
  readonly late: boolean;
  readonly givenUp: GiveUpCause | null;
  readonly problem: Problem | null;
  /** Settled without proof, by whom and why. */
  readonly forced: Forced | null;
  readonly attempts: readonly Attempt[];
}

/** The attempt with this number, or null. */
export function attemptOf(charge: Charge, no: number): Attempt | null {
  return charge.attempts.find((attempt) => attempt.no === no) ?? null;
}

/** The attempt that counts: the newest one. */
export function liveAttempt(charge: Charge): Attempt | null {
  return charge.attempts.at(-1) ?? null;
}

/** The attempt whose order took the money, which after a late payment need not be the newest; else the newest. */
export function payingAttempt(charge: Charge): Attempt | null {
  const isPaid = ({ status }: Attempt): boolean => ['paid', 'returning', 'unclear'].includes(status);
  return charge.attempts.find(isPaid) ?? liveAttempt(charge);
}

/** True while the charge waits for its operator: at most one such charge per till (rule 1). */
export function waitsForOperator(charge: Pick<Charge, 'status' | 'finalizedAt' | 'late'>): boolean {
  if (charge.status === 'approved') return charge.finalizedAt === null && !charge.late;
  return charge.status === 'queued' || charge.status === 'creating' || charge.status === 'pending';
}

/** The most that one refund may be, in centavos: what one order still holds for certain. */
export function refundable(charge: Charge): Centavos {
  const left = charge.attempts.map((attempt) => held(attempt) - pendingOf(charge, attempt.no));
  return Math.max(0, ...left) as Centavos;
}

/** The shop's money of one order in centavos: what arrived less what was refunded. 0 if that is not certain. */
export function held(attempt: Attempt): number {
  return attempt.status === 'paid' ? (attempt.paidAmount ?? 0) - attempt.refundedAmount : 0;
}

function pendingOf({ pendingRefund }: Charge, no: number): number {
  return pendingRefund?.attempt === no ? pendingRefund.amount : 0;
}
