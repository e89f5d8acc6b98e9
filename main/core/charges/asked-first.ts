import { attemptOf, type Charge } from '../../../shared/domain/charge/charge.ts';
import { owesReading } from '../../../shared/domain/charge/unclear.ts';
import type { Job } from '../outbox/job.ts';

type ById = (id: string) => Charge | null;

/**
 * True for a job that the till runs at once when it starts or the connection is back: it may tell how a charge ended. A
 * time limit, and the watch of an order that is over, wait until they are due.
 */
export function isAskedFirst(job: Job, charge: ById): boolean {
  if (job.state === 'dead' || job.kind === 'time-limit') return false;
  return job.kind !== 'watch' || isOpenWatch(job, charge);
}

/** True for a job that reads an order whose refund, or whose paid amount, is not known yet. */
export function readsOpenFact(job: Job, charge: ById): boolean {
  return (
    job.state !== 'dead' && (job.kind === 'refund' || (job.kind === 'watch' && isOpenWatch(job, charge)))
  );
}

function isOpenWatch({ chargeId, attempt: no }: Job, byId: ById): boolean {
  const charge = byId(chargeId);
  const attempt = charge === null ? null : attemptOf(charge, no);
  return attempt !== null && owesReading(attempt);
}
