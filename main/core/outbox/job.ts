import type { EpochMs } from '../../../shared/kernel/time.ts';

/** Work that the till owes the outside world. Each is a row before it is an act, and at most one per attempt and kind. */
export type JobKind = 'create' | 'look-up' | 'cancel' | 'find-orphan' | 'watch' | 'refund' | 'time-limit';

/** Most urgent first: what frees a customer or takes a QR out of the world goes before what only looks. */
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
 * True for a job that only reads. It may be tried twice without harm, so it takes no lease: half the writes of a till that
 * waits for a payment.
 */
export function isRead({ kind }: Pick<Job, 'kind'>): boolean {
  return kind === 'look-up' || kind === 'watch';
}

export interface Job {
  readonly id: number;
  readonly kind: JobKind;
  readonly chargeId: string;
  /** The attempt that it is about; 0 for the charge as a whole. */
  readonly attempt: number;
  /** Tries since the last that was answered. */
  readonly tries: number;
  /** How far a job of many looks has come: looks that were answered. */
  readonly step: number;
  readonly nextAt: EpochMs;
  /** How far away `nextAt` was when it was set, ms: after a jump of the clock no wait is longer than this. */
  readonly delayMs: number;
  readonly createdAt: EpochMs;
  readonly state: 'waiting' | 'leased' | 'dead';
  readonly lastError: string | null;
}

/** What became of one try. */
export type JobResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly delayMs: number; readonly error?: string; readonly step?: number }
  /** It cannot succeed by trying; `reason` is for a person. */
  | { readonly kind: 'dead'; readonly reason: string };

export const DONE: JobResult = { kind: 'done' };
