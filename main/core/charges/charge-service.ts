import type { Charge, OrderFamily } from '../../../shared/domain/charge/charge.ts';
import type { ChargeEvent, Rejection } from '../../../shared/domain/charge/event.ts';
import { businessDay } from '../../../shared/domain/business-day/business-day.ts';
import { transition } from '../../../shared/domain/charge/transition.ts';
import type { By } from '../../../shared/domain/ledger-event/by.ts';
import type { Centavos } from '../../../shared/domain/money/centavos.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { epochMs, type Clock, type EpochMs } from '../../../shared/kernel/time.ts';
import { ulid } from '../../../shared/kernel/ulid.ts';
import { storageErrorCode } from '../ledger/storage-error.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { OutboxRunner } from '../outbox/runner.ts';

/** A charge to create. The caller has checked it against the wallets and limits of the till. Amounts in centavos, times in ms. */
export interface NewCharge {
  readonly requestId: string;
  readonly amount: Centavos;
  readonly wallet: string;
  readonly pixDictKey: string | null;
  readonly reference: string | null;
  readonly description: string | null;
  readonly store: string;
  readonly till: string;
  readonly shiftId: string;
  readonly zone: string;
  readonly timeLimitMs: number;
  readonly family: OrderFamily;
}

export type CreateError = 'unsettled-charge' | 'storage-failed';
export type ActError = 'not-found' | 'storage-failed' | 'request-id-reused' | Rejection;

/**
 * The acts that people and jobs do to charges. Each is on disk when the call returns. Each refuses with `storage-failed` if
 * the disk takes nothing.
 */
export interface ChargeService {
  /** Creates a charge with its first attempt. Refuses with `unsettled-charge` while another charge of the till waits. */
  create(order: NewCharge, by: By): Result<Charge, { code: CreateError; chargeId?: string }>;
  /** Applies an event to a charge and schedules the jobs that the event asks for. */
  act(id: string, event: ChargeEvent, by: By): Result<Charge, ActError>;
  /** Returns why `act` would refuse this event now, or null. Writes nothing. */
  whyNot(id: string, event: ChargeEvent): ActError | null;
  /** Starts another attempt under a new order reference. */
  retry(id: string, by: By): Result<Charge, ActError>;
  /** Extends the time limit by its own length, once per charge. */
  extend(id: string, by: By): Result<Charge, ActError>;
  /** Records that the QR is printed and can be paid until `deadlineAt`. If it was printed before, returns the charge unchanged. */
  putOnPaper(id: string, timeLimitMs: number, deadlineAt: EpochMs, by: By): Result<Charge, ActError>;
  /**
   * Asks for a refund of `amount` centavos. If `refundId` was used before for this amount, returns the charge and refunds
   * nothing. If it was used for another amount, refuses with `request-id-reused`.
   */
  refund(
    id: string,
    refundId: string,
    amount: Centavos,
    reason: string | null,
    by: By,
    secondBy?: string | null,
  ): Result<Charge, ActError>;
  /** True if a refund with this id was asked for before. */
  isRefundAsked(id: string, refundId: string): boolean;
  /** Returns why `refund` would refuse this request now, or null. Writes nothing. */
  whyNotRefund(id: string, refundId: string, amount: Centavos): ActError | null;
}

/** What the service works with. */
export interface ChargeServicePorts {
  readonly ledger: Ledger;
  readonly runner: () => OutboxRunner;
  readonly clock: Clock;
  /** The gateway's clock, or null while it is not known. */
  readonly gatewayNow: () => EpochMs | null;
  readonly random: Random;
  /** Called after each applied event with the charge and the number of the event's row. */
  readonly changed: (charge: Charge, seq: number) => void;
  /** Called when the ledger cannot be written, so that the screens can say so. */
  readonly storageFailed: (error: unknown) => void;
}

/** Creates the service over a ledger and the outbox runner of its till. */
export function createChargeService(ports: ChargeServicePorts): ChargeService {
  const { ledger, clock, random } = ports;

  const act = (id: string, event: ChargeEvent, by: By, at?: EpochMs): Result<Charge, ActError> => {
    try {
      const applied = ledger.apply(id, event, by, at);
      if (!applied.ok) return err(applied.error);
      for (const job of applied.value.scheduled) ports.runner().schedule(job);
      ports.changed(applied.value.charge, applied.value.seq);
      return ok(applied.value.charge);
    } catch (error) {
      if (storageErrorCode(error) === null) throw error;
      ports.storageFailed(error);
      return err('storage-failed');
    }
  };

  /** The gateway's clock for the event. It bounds the search for the order if the create gets no answer. */
  const atGateway = (): { gatewayAt?: EpochMs } => {
    const gatewayAt = ports.gatewayNow();
    return gatewayAt === null ? {} : { gatewayAt };
  };

  const withCharge = (
    id: string,
    use: (charge: Charge) => Result<Charge, ActError>,
  ): Result<Charge, ActError> => {
    const charge = ledger.charges.byId(id);
    return charge === null ? err('not-found') : use(charge);
  };

  const whyNot = (id: string, event: ChargeEvent): ActError | null => {
    const charge = ledger.charges.byId(id);
    if (charge === null) return 'not-found';
    const outcome = transition(charge, event, clock.now());
    return outcome.ok ? null : outcome.error;
  };

  return {
    act(id, event, by) {
      const done = act(id, event, by);
      // An unknown charge is also `not-applicable`. Only this case reads the ledger again.
      const isMissing = !done.ok && done.error === 'not-applicable' && ledger.charges.byId(id) === null;
      return isMissing ? err('not-found') : done;
    },

    whyNot,

    create(order, by) {
      const waiting = ledger.charges.waiting();
      if (waiting !== null) return err({ code: 'unsettled-charge', chargeId: waiting.id });
      const now = clock.now();
      const id = ulid(now, random);
      const { zone, ...intent } = order;
      const event: ChargeEvent = {
        type: 'created',
        id,
        ...intent,
        operator: by.actor,
        businessDay: businessDay(now, zone),
        orderRef: orderRef(id, 1),
        ...atGateway(),
      };
      try {
        // The event has the instant of the id, because lists by time are ordered by the id.
        const created = act(id, event, by, now);
        return created.ok ? created : err({ code: 'storage-failed' });
      } catch (error) {
        // Another writer was first. A unique index of the database holds the rule of one waiting charge per till.
        if (!isUniqueViolation(error)) throw error;
        return err({ code: 'unsettled-charge' });
      }
    },

    retry: (id, by) =>
      withCharge(id, (charge) => {
        const family = charge.attempts.at(-1)?.family ?? 'order';
        const ref = orderRef(id, charge.attempts.length + 1);
        return act(id, { type: 'attempt-started', orderRef: ref, family, ...atGateway() }, by);
      }),

    extend: (id, by) =>
      withCharge(id, (charge) => {
        const from = Math.max(charge.deadlineAt ?? 0, clock.now());
        return act(id, { type: 'extended', deadlineAt: epochMs(from + charge.timeLimitMs) }, by);
      }),

    putOnPaper: (id, timeLimitMs, deadlineAt, by) =>
      withCharge(id, (charge) => {
        const put = act(id, { type: 'put-on-paper', timeLimitMs, deadlineAt }, by);
        return !put.ok && put.error === 'nothing-new' ? ok(charge) : put;
      }),

    refund: (id, refundId, amount, reason, by, secondBy = null) =>
      withCharge(id, (charge) => {
        const before = askedBefore(ledger, id, refundId);
        if (before !== null) return before === amount ? ok(charge) : err('request-id-reused');
        const second = secondBy === null ? {} : { secondBy };
        return act(id, { type: 'refund-requested', refundId, amount, reason, ...second }, by);
      }),

    isRefundAsked: (id, refundId) => askedBefore(ledger, id, refundId) !== null,

    whyNotRefund(id, refundId, amount) {
      const before = askedBefore(ledger, id, refundId);
      if (before !== null) return before === amount ? null : 'request-id-reused';
      return whyNot(id, { type: 'refund-requested', refundId, amount, reason: null });
    },
  };
}

/**
 * Returns the gateway's `order_ref`: our id and the attempt number, never used twice. At most 35 characters of
 * [A-Za-z0-9-] (gateway protocol, section 10, row 3).
 */
export function orderRef(chargeId: string, attempt: number): string {
  return `${chargeId}-${attempt}`;
}

/** Returns the amount in centavos that an earlier request with this id asked for. Null for a new request. */
function askedBefore(ledger: Ledger, chargeId: string, refundId: string): unknown {
  const asked = ledger.log
    .of(chargeId)
    .find(({ type, body }) => type === 'refund-requested' && body['refundId'] === refundId);
  return asked?.body['amount'] ?? null;
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE';
}
