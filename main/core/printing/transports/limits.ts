import type { SendOptions } from '../transport-port.ts';
import type { AskLimits } from './talk.ts';

/** The limits of each step of a job, ms. */
export interface Limits extends AskLimits {
  readonly connectMs: number;
  readonly jobMs: number;
}

/** Returns the caller's limits. The default limits fit a receipt printer, which prints a slip in three seconds. */
export function limitsOf(options: Partial<SendOptions>): Limits {
  return {
    answerMs: options.answerMs ?? 600,
    idleMs: options.idleMs ?? 4_000,
    connectMs: options.connectMs ?? 2_000,
    jobMs: options.jobMs ?? 30_000,
  };
}
