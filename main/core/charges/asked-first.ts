import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { owesReading } from '../../../shared/domain/charge/unclear.ts';
import type { Job } from '../outbox/job.ts';

/**
 * Returns a test for the jobs that the till runs at once when it starts or when the connection is back: jobs whose answer
 * may end a charge. A time limit, and the watch of an order that is over, wait until they are due.
 *
 * @param open all charges with open facts, read once because a till watches hundreds of orders.
 */
export function askedFirst(open: readonly Charge[]): (job: Job) => boolean {
  const isOpen = watchesOf(open);
  return (job) => job.state !== 'dead' && job.kind !== 'time-limit' && (job.kind !== 'watch' || isOpen(job));
}

/** Returns a test for the jobs that read an order whose refund or paid amount is not known yet. */
export function readsOpenFact(open: readonly Charge[]): (job: Job) => boolean {
  const isOpen = watchesOf(open);
  return (job) => job.state !== 'dead' && (job.kind === 'refund' || (job.kind === 'watch' && isOpen(job)));
}

function watchesOf(open: readonly Charge[]): (job: Job) => boolean {
  const orders = new Set(
    open.flatMap(({ id, attempts }) => attempts.filter(owesReading).map(({ no }) => `${id}/${no}`)),
  );
  return ({ chargeId, attempt }) => orders.has(`${chargeId}/${attempt}`);
}
