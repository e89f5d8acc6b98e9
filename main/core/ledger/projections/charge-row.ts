import type {
  Attempt,
  AttemptStatus,
  Charge,
  ChargeStatus,
  Forced,
  OrderFamily,
  GiveUpCause,
  ProblemCode,
} from '../../../../shared/domain/charge/charge.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { epochMs, type EpochMs } from '../../../../shared/kernel/time.ts';

export interface ChargeRow {
  id: string;
  request_id: string;
  reference: string | null;
  description: string | null;
  store: string;
  till: string;
  operator: string;
  shift_id: string;
  business_day: string;
  amount_centavos: number;
  wallet: string;
  pix_dict_key: string | null;
  status: string;
  version: number;
  created_at_ms: number;
  deadline_at_ms: number | null;
  time_limit_ms: number;
  extended: number;
  br_code: string | null;
  approved_at_ms: number | null;
  finalized_at_ms: number | null;
  closed_at_ms: number | null;
  paid_centavos: number | null;
  refunded_centavos: number;
  refund_id: string | null;
  refund_attempt_no: number | null;
  refund_centavos: number | null;
  refund_requested_at_ms: number | null;
  end_to_end_id: string | null;
  late: number;
  given_up: string | null;
  problem_code: string | null;
  problem_detail: string | null;
  forced_outcome: string | null;
  forced_reason: string | null;
  forced_by: string | null;
  forced_at_ms: number | null;
}

export interface AttemptRow {
  charge_id: string;
  no: number;
  order_ref: string;
  status: string;
  started_at_ms: number;
  gateway_at_ms: number | null;
  sought_at_ms: number | null;
  order_id: string | null;
  family: string;
  paid_centavos: number | null;
  refunded_centavos: number;
}

export const CHARGE_COLUMNS = [
  'id',
  'request_id',
  'reference',
  'description',
  'store',
  'till',
  'operator',
  'shift_id',
  'business_day',
  'amount_centavos',
  'wallet',
  'pix_dict_key',
  'status',
  'version',
  'created_at_ms',
  'deadline_at_ms',
  'time_limit_ms',
  'extended',
  'br_code',
  'approved_at_ms',
  'finalized_at_ms',
  'closed_at_ms',
  'paid_centavos',
  'refunded_centavos',
  'refund_id',
  'refund_attempt_no',
  'refund_centavos',
  'refund_requested_at_ms',
  'end_to_end_id',
  'late',
  'given_up',
  'problem_code',
  'problem_detail',
  'forced_outcome',
  'forced_reason',
  'forced_by',
  'forced_at_ms',
] as const satisfies readonly (keyof ChargeRow)[];

/** Written once, with the intent: no event of the charge changes them. An update leaves them out, and with them their indexes. */
export const CHARGE_CONSTANTS: ReadonlySet<keyof ChargeRow> = new Set([
  'id',
  'request_id',
  'reference',
  'description',
  'store',
  'till',
  'operator',
  'shift_id',
  'business_day',
  'amount_centavos',
  'wallet',
  'pix_dict_key',
  'created_at_ms',
]);

export const ATTEMPT_COLUMNS = [
  'charge_id',
  'no',
  'order_ref',
  'status',
  'started_at_ms',
  'gateway_at_ms',
  'sought_at_ms',
  'order_id',
  'family',
  'paid_centavos',
  'refunded_centavos',
] as const satisfies readonly (keyof AttemptRow)[];

export function encodeCharge(charge: Charge): ChargeRow {
  return {
    id: charge.id,
    request_id: charge.requestId,
    reference: charge.reference,
    description: charge.description,
    store: charge.store ?? '',
    till: charge.till,
    operator: charge.operator,
    shift_id: charge.shiftId,
    business_day: charge.businessDay,
    amount_centavos: charge.amount,
    wallet: charge.wallet,
    pix_dict_key: charge.pixDictKey,
    status: charge.status,
    version: charge.version,
    created_at_ms: charge.createdAt,
    deadline_at_ms: charge.deadlineAt,
    time_limit_ms: charge.timeLimitMs,
    extended: charge.extended ? 1 : 0,
    br_code: charge.brCode,
    approved_at_ms: charge.approvedAt,
    finalized_at_ms: charge.finalizedAt,
    closed_at_ms: charge.closedAt,
    paid_centavos: charge.paidAmount,
    refunded_centavos: charge.refundedAmount,
    refund_id: charge.pendingRefund?.refundId ?? null,
    refund_attempt_no: charge.pendingRefund?.attempt ?? null,
    refund_centavos: charge.pendingRefund?.amount ?? null,
    refund_requested_at_ms: charge.pendingRefund?.requestedAt ?? null,
    end_to_end_id: charge.endToEndId,
    late: charge.late ? 1 : 0,
    given_up: charge.givenUp,
    problem_code: charge.problem?.code ?? null,
    problem_detail: charge.problem?.detail ?? null,
    forced_outcome: charge.forced?.outcome ?? null,
    forced_reason: charge.forced?.reason ?? null,
    forced_by: charge.forced?.by ?? null,
    forced_at_ms: charge.forced?.at ?? null,
  };
}

export function encodeAttempt(chargeId: string, attempt: Attempt): AttemptRow {
  return {
    charge_id: chargeId,
    no: attempt.no,
    order_ref: attempt.orderRef,
    status: attempt.status,
    started_at_ms: attempt.startedAt,
    gateway_at_ms: attempt.gatewayAt,
    sought_at_ms: attempt.soughtAt,
    order_id: attempt.orderId,
    family: attempt.family,
    paid_centavos: attempt.paidAmount,
    refunded_centavos: attempt.refundedAmount,
  };
}

/** Rows to the domain's type: the one place where what SQLite gives is believed. */
export function decodeCharge(row: ChargeRow, attempts: readonly AttemptRow[]): Charge {
  return {
    id: row.id,
    requestId: row.request_id,
    reference: row.reference,
    description: row.description,
    store: row.store === '' ? null : row.store,
    till: row.till,
    operator: row.operator,
    shiftId: row.shift_id,
    businessDay: row.business_day,
    amount: centavos(row.amount_centavos),
    wallet: row.wallet,
    pixDictKey: row.pix_dict_key,
    status: row.status as ChargeStatus,
    version: row.version,
    createdAt: epochMs(row.created_at_ms),
    deadlineAt: instant(row.deadline_at_ms),
    timeLimitMs: row.time_limit_ms,
    extended: row.extended === 1,
    brCode: row.br_code,
    approvedAt: instant(row.approved_at_ms),
    finalizedAt: instant(row.finalized_at_ms),
    closedAt: instant(row.closed_at_ms),
    paidAmount: row.paid_centavos === null ? null : centavos(row.paid_centavos),
    refundedAmount: centavos(row.refunded_centavos),
    pendingRefund: decodeRefund(row),
    endToEndId: row.end_to_end_id,
    late: row.late === 1,
    givenUp: row.given_up as GiveUpCause | null,
    problem:
      row.problem_code === null
        ? null
        : { code: row.problem_code as ProblemCode, detail: row.problem_detail ?? '' },
    forced: decodeForced(row),
    attempts: attempts.map(decodeAttempt),
  };
}

function decodeAttempt(row: AttemptRow): Attempt {
  return {
    no: row.no,
    orderRef: row.order_ref,
    status: row.status as AttemptStatus,
    startedAt: epochMs(row.started_at_ms),
    gatewayAt: instant(row.gateway_at_ms),
    soughtAt: instant(row.sought_at_ms),
    orderId: row.order_id,
    family: row.family as OrderFamily,
    paidAmount: row.paid_centavos === null ? null : centavos(row.paid_centavos),
    refundedAmount: centavos(row.refunded_centavos),
  };
}

function decodeForced(row: ChargeRow): Forced | null {
  if (row.forced_outcome === null) return null;
  return {
    outcome: row.forced_outcome as Forced['outcome'],
    reason: row.forced_reason ?? '',
    by: row.forced_by ?? '',
    at: epochMs(row.forced_at_ms ?? 0),
  };
}

function decodeRefund(row: ChargeRow): Charge['pendingRefund'] {
  if (row.refund_id === null) return null;
  return {
    refundId: row.refund_id,
    attempt: row.refund_attempt_no ?? 0,
    amount: centavos(row.refund_centavos ?? 0),
    requestedAt: epochMs(row.refund_requested_at_ms ?? 0),
  };
}

function instant(value: number | null): EpochMs | null {
  return value === null ? null : epochMs(value);
}
