import { err } from '../../kernel/result.ts';
import { DAY, type EpochMs } from '../../kernel/time.ts';
import type { Centavos } from '../money/centavos.ts';
import { changed, endedByGateway, givenUpStatus, withAttempt, type Outcome } from './change.ts';
import type { Attempt, Charge } from './charge.ts';
import { attemptOf, liveAttempt } from './charge.ts';
import type { ChargeEvent } from './event.ts';

type Of<T extends ChargeEvent['type']> = Extract<ChargeEvent, { type: T }>;

/** After this many attempts without an answer a person is asked (rule 3). */
const UNANSWERED = 2;

/** Applies the creation of a charge, which is written before a request is sent. */
export function onCreated(event: Of<'created'>, now: EpochMs): Outcome {
  const { type: _type, orderRef: _orderRef, family: _family, gatewayAt: _gatewayAt, ...intent } = event;
  const charge: Charge = {
    ...intent,
    store: intent.store ?? null,
    status: 'creating',
    version: 0,
    createdAt: now,
    deadlineAt: null,
    extended: false,
    brCode: null,
    approvedAt: null,
    finalizedAt: null,
    closedAt: null,
    paidAmount: null,
    refundedAmount: 0 as Centavos,
    pendingRefund: null,
    endToEndId: null,
    late: false,
    givenUp: null,
    problem: null,
    forced: null,
    attempts: [freshAttempt(1, event, now)],
  };
  return changed(charge, {}, [
    { kind: 'create', attempt: 1 },
    { kind: 'time-limit', dueInMs: event.timeLimitMs },
  ]);
}

/** Applies the start of another attempt. Refuses unless the attempt before is lost, unsent or closed. */
export function onAttemptStarted(charge: Charge, event: Of<'attempt-started'>, now: EpochMs): Outcome {
  const before = liveAttempt(charge);
  const free =
    before === null || before.status === 'lost' || before.status === 'unsent' || before.status === 'closed';
  if (!free || (charge.status !== 'queued' && charge.status !== 'creating')) return err('not-applicable');
  const attempt = freshAttempt(charge.attempts.length + 1, event, now);
  return changed(charge, { status: 'creating', problem: null, attempts: [...charge.attempts, attempt] }, [
    { kind: 'create', attempt: attempt.no },
  ]);
}

function freshAttempt(no: number, event: Of<'created'> | Of<'attempt-started'>, now: EpochMs): Attempt {
  return {
    no,
    orderRef: event.orderRef,
    status: 'sent',
    startedAt: now,
    gatewayAt: event.gatewayAt ?? null,
    soughtAt: null,
    orderId: null,
    family: event.family,
    paidAmount: null,
    refundedAmount: 0 as Centavos,
  };
}

/** Applies that a request was not sent. If the charge was given up meanwhile, this may end it. */
export function onQueued(charge: Charge, event: Of<'queued'>, now: EpochMs): Outcome {
  const attempt = attemptOf(charge, event.attempt);
  if (attempt?.status !== 'sent') return err('not-applicable');
  const attempts = withAttempt(charge, attempt.no, { status: 'unsent' });
  if (charge.status === 'creating') return changed(charge, { attempts, status: 'queued' });
  return changed(charge, { attempts, ...endIfGivenUp(charge, attempts, now) });
}

/** Applies that a create got no answer. The order may exist, so it is searched for until that is known. */
export function onAttemptLost(charge: Charge, event: Of<'attempt-lost'>): Outcome {
  const attempt = attemptOf(charge, event.attempt);
  if (attempt?.status !== 'sent') return err('not-applicable');
  const attempts = withAttempt(charge, attempt.no, { status: 'lost' });
  // Each sent request of a charge without a QR got no answer, also if a search has found the end of its order since.
  const unanswered = attempts.filter(({ status }) => status !== 'unsent').length;
  const ask = charge.status === 'creating' && unanswered >= UNANSWERED;
  return changed(
    charge,
    { attempts, problem: ask ? { code: 'no-answer-twice', detail: event.detail } : charge.problem },
    [{ kind: 'find-orphan', attempt: attempt.no }],
  );
}

/** Applies that an order was made. Its QR is stored in the same transaction and can be shown only after it. */
export function onOpened(charge: Charge, event: Of<'opened'>): Outcome {
  const attempt = attemptOf(charge, event.attempt);
  if (attempt?.status !== 'sent') return err('not-applicable');
  const { orderId, family } = event;
  const attempts = withAttempt(charge, attempt.no, { status: 'open', orderId, family });
  const cancel = { kind: 'cancel', attempt: attempt.no } as const;
  // The charge was given up or paid through another order meanwhile, so this order must not stay payable.
  if (charge.status !== 'creating') return changed(charge, { attempts }, [cancel]);
  if (event.mismatch !== null) {
    const problem = { code: 'qr-mismatch', detail: event.mismatch } as const;
    return changed(charge, { attempts, status: 'cancelling', givenUp: 'qr-mismatch', problem }, [
      { kind: 'stop', of: 'time-limit', attempt: 0 },
      cancel,
    ]);
  }
  return changed(
    charge,
    { attempts, status: 'pending', brCode: event.brCode, deadlineAt: event.deadlineAt, problem: null },
    [
      { kind: 'look-up', attempt: attempt.no },
      { kind: 'time-limit', dueInMs: charge.timeLimitMs },
    ],
  );
}

/** Applies that the gateway refused the order, which was therefore never payable. */
export function onRefused(charge: Charge, event: Of<'refused'>, now: EpochMs): Outcome {
  const attempt = attemptOf(charge, event.attempt);
  if (attempt?.status !== 'sent') return err('not-applicable');
  const attempts = withAttempt(charge, attempt.no, { status: 'closed' });
  if (charge.status !== 'creating')
    return changed(charge, { attempts, ...endIfGivenUp(charge, attempts, now) });
  const problem = { code: 'gateway-refused', detail: event.message } as const;
  return changed(charge, { attempts, ...endedByGateway(charge, attempts, 'refused', now), problem }, [
    { kind: 'stop', of: 'time-limit', attempt: 0 },
  ]);
}

/** Applies that the order of a lost attempt exists. It is cancelled, and the cancel is verified. */
export function onOrphanFound(charge: Charge, event: Of<'orphan-found'>): Outcome {
  const attempt = attemptOf(charge, event.attempt);
  if (attempt?.status !== 'lost') return err('not-applicable');
  const { orderId, family } = event;
  return changed(charge, { attempts: withAttempt(charge, attempt.no, { status: 'open', orderId, family }) }, [
    { kind: 'cancel', attempt: attempt.no },
  ]);
}

/**
 * Applies that a complete search found nothing. Only the first search is recorded: an order that exists expires a fixed time
 * after it. If a later search ends more than a day earlier, the gateway's clock was set back, and that search becomes the first.
 */
export function onOrphanUnlisted(charge: Charge, event: Of<'orphan-unlisted'>): Outcome {
  const attempt = attemptOf(charge, event.attempt);
  if (attempt?.status !== 'lost') return err('not-applicable');
  const { soughtAt } = attempt;
  if (soughtAt !== null && event.gatewayAt > soughtAt - DAY) return err('nothing-new');
  return changed(charge, { attempts: withAttempt(charge, attempt.no, { soughtAt: event.gatewayAt }) });
}

/** Applies that the order of a lost attempt was never made, or has expired unpaid. */
export function onOrphanAbsent(charge: Charge, event: Of<'orphan-absent'>, now: EpochMs): Outcome {
  const attempt = attemptOf(charge, event.attempt);
  if (attempt?.status !== 'lost') return err('not-applicable');
  const attempts = withAttempt(charge, attempt.no, { status: 'closed' });
  return changed(charge, { attempts, ...endIfGivenUp(charge, attempts, now) });
}

function endIfGivenUp(
  charge: Charge,
  attempts: readonly Attempt[],
  now: EpochMs,
): Partial<ReturnType<typeof givenUpStatus>> {
  return charge.status === 'cancelling' ? givenUpStatus(charge, attempts, now) : {};
}
