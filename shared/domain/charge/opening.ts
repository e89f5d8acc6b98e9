import { err } from '../../kernel/result.ts';
import { DAY, type EpochMs } from '../../kernel/time.ts';
import type { Centavos } from '../money/centavos.ts';
import { changed, endedByGateway, givenUpStatus, withAttempt, type Outcome } from './change.ts';
import type { Attempt, Charge } from './charge.ts';
import { attemptOf, liveAttempt } from './charge.ts';
import type { ChargeEvent } from './event.ts';

type Of<T extends ChargeEvent['type']> = Extract<ChargeEvent, { type: T }>;

/** Attempts without an answer after which a person is asked (rule 3). */
const UNANSWERED = 2;

/** The intent, written before anything is sent. */
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

/** A new order under a new reference: only when the one before is lost or never left. */
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

/** The request never left. A charge that was given up meanwhile has one order less to worry about. */
export function onQueued(charge: Charge, event: Of<'queued'>, now: EpochMs): Outcome {
  const attempt = attemptOf(charge, event.attempt);
  if (attempt?.status !== 'sent') return err('not-applicable');
  const attempts = withAttempt(charge, attempt.no, { status: 'unsent' });
  if (charge.status === 'creating') return changed(charge, { attempts, status: 'queued' });
  return changed(charge, { attempts, ...endIfGivenUp(charge, attempts, now) });
}

/** No answer: the order may exist, so it is searched for until that is known. */
export function onAttemptLost(charge: Charge, event: Of<'attempt-lost'>): Outcome {
  const attempt = attemptOf(charge, event.attempt);
  if (attempt?.status !== 'sent') return err('not-applicable');
  const attempts = withAttempt(charge, attempt.no, { status: 'lost' });
  // Whatever left for a charge that has no QR yet got no answer, even if a search has settled its order since.
  const unanswered = attempts.filter(({ status }) => status !== 'unsent').length;
  const ask = charge.status === 'creating' && unanswered >= UNANSWERED;
  return changed(
    charge,
    { attempts, problem: ask ? { code: 'no-answer-twice', detail: event.detail } : charge.problem },
    [{ kind: 'find-orphan', attempt: attempt.no }],
  );
}

/** The order exists and its QR is stored in the same transaction: only now may it be shown. */
export function onOpened(charge: Charge, event: Of<'opened'>): Outcome {
  const attempt = attemptOf(charge, event.attempt);
  if (attempt?.status !== 'sent') return err('not-applicable');
  const { orderId, family } = event;
  const attempts = withAttempt(charge, attempt.no, { status: 'open', orderId, family });
  const cancel = { kind: 'cancel', attempt: attempt.no } as const;
  // Given up, or paid through another order, while this one was being made: it must not stay payable.
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

/** The gateway refused the order, so it was never payable. */
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

/** The order of a lost attempt was made after all: it is cancelled, and its end is verified like any other. */
export function onOrphanFound(charge: Charge, event: Of<'orphan-found'>): Outcome {
  const attempt = attemptOf(charge, event.attempt);
  if (attempt?.status !== 'lost') return err('not-applicable');
  const { orderId, family } = event;
  return changed(charge, { attempts: withAttempt(charge, attempt.no, { status: 'open', orderId, family }) }, [
    { kind: 'cancel', attempt: attempt.no },
  ]);
}

/**
 * A complete search found nothing. Only the first counts: from then on any order that exists grows old. A search that
 * ended more than a day before it means that the gateway's clock was set back, and counts as the first.
 */
export function onOrphanUnlisted(charge: Charge, event: Of<'orphan-unlisted'>): Outcome {
  const attempt = attemptOf(charge, event.attempt);
  if (attempt?.status !== 'lost') return err('not-applicable');
  const { soughtAt } = attempt;
  if (soughtAt !== null && event.gatewayAt > soughtAt - DAY) return err('nothing-new');
  return changed(charge, { attempts: withAttempt(charge, attempt.no, { soughtAt: event.gatewayAt }) });
}

/** The order of a lost attempt was never made, or has expired unseen and unpaid. */
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
