import type { Attempt, Charge } from '../../../shared/domain/charge/charge.ts';
import { liveAttempt } from '../../../shared/domain/charge/charge.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { JobKind } from '../outbox/job.ts';

/**
 * Creates the missing jobs of these charges: every unresolved one, and every one with an open fact about its money. After an
 * ordinary crash no job is missing. After a restore from a backup, and in a ledger of an earlier version that stopped reading
 * unclear refunds, the jobs are derived from the state of the charge. Throws if the disk takes nothing.
 */
export function restoreOwedJobs(ledger: Ledger, clock: Clock, charges: readonly Charge[]): void {
  for (const charge of charges) {
    for (const { kind, attempt, state } of ledger.jobs.of(charge.id))
      if (state === 'dead') ledger.jobs.drop(kind, charge.id, attempt);
    const have = new Set(ledger.jobs.of(charge.id).map(({ kind, attempt }) => `${kind} ${attempt}`));
    const owe = (kind: JobKind, attempt: number, delayMs: number): void => {
      if (have.has(`${kind} ${attempt}`)) return;
      const job = ledger.jobs.put({ kind, chargeId: charge.id, attempt, delayMs }, clock.now());
      // The missing job may have sent its request. The lease makes a create search for its order, and a refund read it first.
      if (kind === 'refund' || (kind === 'create' && charge.status !== 'queued')) ledger.jobs.lease(job.id);
    };
    for (const attempt of charge.attempts) oweForAttempt(charge, attempt, owe);
    if (['queued', 'creating', 'pending'].includes(charge.status))
      owe('time-limit', 0, timeLeft(charge, clock));
  }
}

type Owe = (kind: JobKind, attempt: number, delayMs: number) => void;

function oweForAttempt(charge: Charge, attempt: Attempt, owe: Owe): void {
  const isLive = liveAttempt(charge)?.no === attempt.no;
  switch (attempt.status) {
    case 'sent':
      owe('create', attempt.no, 0);
      break;
    case 'unsent':
      if (charge.status === 'queued' && isLive) owe('create', attempt.no, 0);
      break;
    case 'lost':
      owe('find-orphan', attempt.no, 0);
      break;
    case 'open':
      owe(charge.status === 'pending' && isLive ? 'look-up' : 'cancel', attempt.no, 0);
      break;
    case 'paid':
      if (charge.pendingRefund?.attempt === attempt.no) owe('refund', attempt.no, 0);
      if (attempt.paidAmount === null) owe('watch', attempt.no, 0);
      break;
    case 'returning':
    case 'unclear':
      owe('watch', attempt.no, 0);
      break;
    case 'closed':
      break;
  }
}

function timeLeft(charge: Charge, clock: Clock): number {
  const deadline = charge.deadlineAt ?? charge.createdAt + charge.timeLimitMs;
  return Math.min(charge.timeLimitMs, Math.max(0, deadline - clock.now()));
}
