import type { SendOptions } from '../transport-port.ts';
import type { AskLimits } from './talk.ts';

/** How long each step of a job may take, ms. */
export interface Limits extends AskLimits {
  readonly connectMs: number;
  readonly jobMs: number;
}

/** The caller's limits, and for the rest those that fit a receipt printer: a slip is out in three seconds. */
export function limitsOf(options: Partial<SendOptions>): Limits {
  return {
    answerMs: options.answerMs ?? 600,
    idleMs: options.idleMs ?? 4_000,
    connectMs: options.connectMs ?? 2_000,
    jobMs: options.jobMs ?? 30_000,
  };
}
