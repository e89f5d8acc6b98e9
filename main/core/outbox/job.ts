import type { EpochMs } from '../../../shared/kernel/time.ts';

/** The kinds of work outside the till. A job is written before it runs. An attempt has at most one job of a kind. */
export type JobKind = 'create' | 'look-up' | 'cancel' | 'find-orphan' | 'watch' | 'refund' | 'time-limit';

/** Most urgent first: jobs that free a customer or cancel a QR go before jobs that only read. */
export const URGENCY: readonly JobKind[] = [
  'time-limit',
  'cancel',
  'create',
  'refund',
  'look-up',
  'find-orphan',
  'watch',
];

/**
 * True for a job that only reads. A second try does no harm, so the runner takes no lease for it, which halves the writes
 * of a till that waits for a payment.
 */
export function isRead({ kind }: Pick<Job, 'kind'>): boolean {
  return kind === 'look-up' || kind === 'watch';
}

/** One row of the outbox. */
export interface Job {
  readonly id: number;
  readonly kind: JobKind;
  readonly chargeId: string;
  /** The number of the attempt. 0 for a job of the whole charge. */
  readonly attempt: number;
  /** Failed tries since the last answered one. A lease counts a try before its result is known. */
  readonly tries: number;
  /** How many reads of the job were answered. */
  readonly step: number;
  readonly nextAt: EpochMs;
  /** The wait from the moment when `nextAt` was set until `nextAt`, ms. After a jump of the clock no wait is longer than this. */
  readonly delayMs: number;
  readonly createdAt: EpochMs;
  readonly state: 'waiting' | 'leased' | 'dead';
  readonly lastError: string | null;
}

/** The result of one try. */
export type JobResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly delayMs: number; readonly error?: string; readonly step?: number }
  /** No further try can succeed. `reason` is for a person. */
  | { readonly kind: 'dead'; readonly reason: string };

export const DONE: JobResult = { kind: 'done' };
