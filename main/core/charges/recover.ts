import type { Attempt, Charge } from '../../../shared/domain/charge/charge.ts';
import { liveAttempt } from '../../../shared/domain/charge/charge.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { JobKind } from '../outbox/job.ts';

/**
 * Makes sure that every unresolved charge has the jobs that its state owes. After an ordinary crash they are all there;
 * after a restore from a backup the state is what was saved, and the jobs follow from it.
 */
export function oweWhatIsOwed(ledger: Ledger, clock: Clock): Charge[] {
  const unresolved = ledger.charges.unresolved();
  for (const charge of unresolved) {
    const have = new Set(ledger.jobs.of(charge.id).map(({ kind, attempt }) => `${kind} ${attempt}`));
    const owe = (kind: JobKind, attempt: number, delayMs: number): void => {
      if (have.has(`${kind} ${attempt}`)) return;
      const job = ledger.jobs.put({ kind, chargeId: charge.id, attempt, delayMs }, clock.now());
      // It may have been sent by whoever lost its job: a create is then searched for, a refund read, before anything else.
      if (kind === 'refund' || (kind === 'create' && charge.status !== 'queued')) ledger.jobs.lease(job.id);
    };
    for (const attempt of charge.attempts) oweForAttempt(charge, attempt, owe);
    if (['queued', 'creating', 'pending'].includes(charge.status))
      owe('time-limit', 0, timeLeft(charge, clock));
  }
  return unresolved;
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
      owe('watch', attempt.no, 0);
      break;
    case 'unclear':
    case 'closed':
      break;
  }
}

function timeLeft(charge: Charge, clock: Clock): number {
  const deadline = charge.deadlineAt ?? charge.createdAt + charge.timeLimitMs;
  return Math.min(charge.timeLimitMs, Math.max(0, deadline - clock.now()));
}
