import { wordingOf } from '../../../shared/domain/charge/unclear.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { Job } from '../outbox/job.ts';
import { tell, type JobContext } from './job-context.ts';

/** Readings in a row without a clear word, two hours of a refund, after which a person is told. */
export const ENOUGH = 20;

/**
 * Makes a word that proves nothing the problem of the charge. Another wording than the one told counts only when it was
 * read twice in a row: a gateway that alternates between wordings does not grow the ledger with each reading.
 */
export function tellDoubt(job: Job, charge: Charge, context: JobContext, rawWord: string): void {
  const wording = wordingOf(rawWord);
  const isTold = charge.problem?.code === 'unknown-word';
  if (isTold && (charge.problem?.detail === wording || job.lastError !== wording)) return;
  const { orderId } = charge.attempts.find(({ no }) => no === job.attempt) ?? { orderId: null };
  if (orderId === null) return;
  tell(context, charge, job.attempt, charge.version, { orderId, word: 'unknown', rawWord });
}
