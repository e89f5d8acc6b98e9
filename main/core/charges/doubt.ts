import { wordingOf } from '../../../shared/domain/charge/unclear.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { Job } from '../outbox/job.ts';
import { recordReading, type JobContext } from './job-context.ts';

/** After this many readings in a row without a clear word (two hours for a refund), the charge gets a problem. */
export const DOUBTS_BEFORE_PROBLEM = 20;

/**
 * Records a word that proves nothing as the problem of the charge. If the charge already has this problem with another
 * wording, records the new wording only after it was read twice in a row. A gateway that alternates between two wordings
 * does not grow the ledger with each reading.
 */
export function recordDoubt(job: Job, charge: Charge, context: JobContext, rawWord: string): void {
  const wording = wordingOf(rawWord);
  const isRecorded = charge.problem?.code === 'unknown-word';
  if (isRecorded && (charge.problem?.detail === wording || job.lastError !== wording)) return;
  const { orderId } = charge.attempts.find(({ no }) => no === job.attempt) ?? { orderId: null };
  if (orderId === null) return;
  recordReading(context, charge, job.attempt, charge.version, { orderId, word: 'unknown', rawWord });
}
