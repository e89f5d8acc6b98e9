import type { EpochMs } from '../../kernel/time.ts';

/** For this long without a usable answer a payable charge keeps its answer and its QR, ms (rule 6). */
export const SHORT_SILENCE_MS = 10_000;

/**
 * How long no usable answer about a payable charge came. `none`: the gateway answers. `short`: an interruption that may pass by
 * itself. `long`: the charge may be paid meanwhile, so the answer is doubt.
 */
export type Silence = 'none' | 'short' | 'long';

/** The usable answers that are missing now. */
export interface MissingAnswers {
  /** When contact ended: the first answer that is missing. Null if it was not seen, as after a start without contact. */
  readonly since: EpochMs | null;
}

/**
 * Returns how long the silence is. A silence whose start is unknown, or lies in the future after a clock was set back, counts as
 * long.
 */
export function silenceOf(missing: MissingAnswers | null, now: EpochMs): Silence {
  if (missing === null) return 'none';
  if (missing.since === null) return 'long';
  const lasts = now - missing.since;
  return lasts >= 0 && lasts < SHORT_SILENCE_MS ? 'short' : 'long';
}
