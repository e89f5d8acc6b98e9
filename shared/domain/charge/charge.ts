import type { EpochMs } from '../../kernel/time.ts';
import type { Centavos } from '../money/centavos.ts';

/** The states of a charge. The panel's PENDENTE is queued, creating, pending or cancelling. */
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
 * Who gives a charge up with a `given-up` or `opened` event: the operator, the till's countdown, or Balcão because the QR did
 * not match the charge.
 */
export const GIVEN_UP_BY = ['operator', 'time-limit', 'qr-mismatch'] as const;
export type GivenUpBy = (typeof GIVEN_UP_BY)[number];

/**
 * Why a charge is given up. `refused`: the gateway refused its newest order. `outside`: its newest order was cancelled at the
 * gateway and not by this till. In both cases an earlier order that got no answer may be payable. `time-limit`: the countdown
 * of the till or of the gateway.
 */
export const GIVE_UP_CAUSES = [...GIVEN_UP_BY, 'refused', 'outside'] as const;
export type GiveUpCause = (typeof GIVE_UP_CAUSES)[number];

/**
 * The states of an attempt's order.
 * `sent`: the intent is on disk, the outcome of the request is unknown. `lost`: no answer came; its QR was never shown.
 * `unsent`: the request was certainly not sent. `open`: payable. `paid`: money arrived. `returning`: money arrived, and a
 * refund that the till did not request is under way. `unclear`: money arrived, and the refunded amount is not proven yet.
 * `closed`: certainly not payable any more.
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

/** The families of gateway calls that make orders. An order can be read only by its own family (gateway protocol, section 4). */
export const ORDER_FAMILIES = ['order', 'orderv'] as const;
export type OrderFamily = (typeof ORDER_FAMILIES)[number];

/** One gateway order made for a charge. Money in centavos, instants in epoch ms. */
export interface Attempt {
  readonly no: number;
  readonly orderRef: string;
  readonly status: AttemptStatus;
  readonly startedAt: EpochMs;
  /** A lower bound of the gateway's clock when the attempt started. Null if the clock was unknown. */
  readonly gatewayAt: EpochMs | null;
  /** The gateway's clock until which the first complete search found no order. Null before that search. */
  readonly soughtAt: EpochMs | null;
  readonly orderId: string | null;
  readonly family: OrderFamily;
  /** The money that arrived for this order. Null if none arrived, or while the gateway does not tell the amount. */
  readonly paidAmount: Centavos | null;
  readonly refundedAmount: Centavos;
}

/** Why a person must look at a charge. The screens translate each code into words and a next step. */
export const PROBLEM_CODES = [
  'gateway-refused',
  'no-answer-twice',
  'qr-mismatch',
  'paid-other-amount',
  'paid-twice',
  /** The gateway's word proves nothing about a payable order, or for hours nothing about a refund. */
  'unknown-word',
  'refund-refused',
  /** An unknown amount was refunded. No refund of that order is sent, and it is read until the amount is proven. */
  'refund-unclear',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A reason for a person to look at a charge. */
export interface Problem {
  readonly code: ProblemCode;
  /** The gateway's words, or a figure, for support. The screens never show it alone. */
  readonly detail: string;
}

/** The refund that was requested from the gateway. A charge has one at a time (gateway protocol, section 10, row 10). */
export interface PendingRefund {
  readonly refundId: string;
  /** The attempt whose order it is taken from. */
  readonly attempt: number;
  readonly amount: Centavos;
  readonly requestedAt: EpochMs;
}

/**
 * The settlement without proof of a charge that was given up, or whose refund is not proven: a manager decides how it ended.
 * It is not a proof: it never makes a charge paid, and later evidence is compared with it.
 */
export interface Forced {
  /** The manager's decision: the money came, or it did not come (or was refunded). */
  readonly outcome: 'paid' | 'not-paid';
  readonly reason: string;
  /** Operator id of the manager whose PIN was used. */
  readonly by: string;
  readonly at: EpochMs;
}

/** Our record of one sale to be paid by QR. Money in centavos, instants in epoch ms. */
export interface Charge {
  readonly id: string;
  readonly requestId: string;
  readonly reference: string | null;
  readonly description: string | null;
  /** The store's name when the charge was created. Null for charges of versions that did not store it. */
  readonly store: string | null;
  readonly till: string;
  readonly operator: string;
  readonly shiftId: string;
  readonly businessDay: string;
  readonly amount: Centavos;
  readonly wallet: string;
  readonly pixDictKey: string | null;
  readonly status: ChargeStatus;
  /** The number of transitions. An answer that was requested at an older version is not applied. */
  readonly version: number;
  readonly createdAt: EpochMs;
  /** When the QR is no longer offered. Null before there is a QR. */
  readonly deadlineAt: EpochMs | null;
  readonly timeLimitMs: number;
  readonly extended: boolean;
  readonly brCode: string | null;
  readonly approvedAt: EpochMs | null;
  readonly finalizedAt: EpochMs | null;
  /** When the charge became cancelled, expired or failed. */
  readonly closedAt: EpochMs | null;
  /** The money that arrived for all its orders. Null if none arrived. */
  readonly paidAmount: Centavos | null;
  readonly refundedAmount: Centavos;
  readonly pendingRefund: PendingRefund | null;
  readonly endToEndId: string | null;
  /** True for a late payment: it arrived after the charge was given up. */
  readonly late: boolean;
  readonly givenUp: GiveUpCause | null;
  readonly problem: Problem | null;
  /** The settlement without proof, or null. */
  readonly forced: Forced | null;
  readonly attempts: readonly Attempt[];
}

/** Returns the attempt with this number, or null. */
export function attemptOf(charge: Charge, no: number): Attempt | null {
  return charge.attempts.find((attempt) => attempt.no === no) ?? null;
}

/** Returns the newest attempt. Null before the first one. */
export function liveAttempt(charge: Charge): Attempt | null {
  return charge.attempts.at(-1) ?? null;
}

/** Returns the attempt whose order was paid, which after a late payment can be an older one. If none was paid, the newest. */
export function payingAttempt(charge: Charge): Attempt | null {
  const isPaid = ({ status }: Attempt): boolean => ['paid', 'returning', 'unclear'].includes(status);
  return charge.attempts.find(isPaid) ?? liveAttempt(charge);
}

/** True while the charge waits for its operator: at most one such charge per till (rule 1). */
export function waitsForOperator(charge: Pick<Charge, 'status' | 'finalizedAt' | 'late'>): boolean {
  if (charge.status === 'approved') return charge.finalizedAt === null && !charge.late;
  return charge.status === 'queued' || charge.status === 'creating' || charge.status === 'pending';
}

/** Returns the largest amount that one refund can have, in centavos: the most that one order still holds for certain. */
export function refundable(charge: Charge): Centavos {
  const left = charge.attempts.map((attempt) => held(attempt) - pendingOf(charge, attempt.no));
  return Math.max(0, ...left) as Centavos;
}

/** Returns the shop's money of one order, in centavos: what arrived less what was refunded. 0 if that is not certain. */
export function held(attempt: Attempt): number {
  return attempt.status === 'paid' ? (attempt.paidAmount ?? 0) - attempt.refundedAmount : 0;
}

function pendingOf({ pendingRefund }: Charge, no: number): number {
  return pendingRefund?.attempt === no ? pendingRefund.amount : 0;
}
