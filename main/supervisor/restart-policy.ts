/** How long to wait before the next start: short at first, because a customer is waiting. */
const DELAYS_MS = [250, 1_000, 3_000] as const;
/** So many ends within the window and the core is given up: starting it again is not the cure. */
const TOO_MANY = 3;
const WINDOW_MS = 60_000;
/** After so long without an end the next one starts at the first delay again. */
const CALM_MS = 10 * 60_000;
/** A core of before may still be letting go of the data folder: it has as long as a kill takes, and some. */
const LOCK_PATIENCE_MS = 8_000;
const LOCK_DELAY_MS = 500;

export type RestartDecision =
  { readonly kind: 'restart'; readonly delayMs: number } | { readonly kind: 'stay-down' };

/** Decides after each end of the core. Times are monotonic milliseconds. */
export interface RestartPolicy {
  crashed(atMs: number): RestartDecision;
  /** It ended because another process holds the data folder. */
  foundLocked(atMs: number): RestartDecision;
  /** It works: whatever lock there was is gone. */
  isUp(): void;
}

export function createRestartPolicy(): RestartPolicy {
  let ends: number[] = [];
  let lockedSince: number | null = null;
  return {
    crashed(atMs) {
      ends = [...ends.filter((end) => atMs - end < CALM_MS), atMs];
      if (ends.filter((end) => atMs - end < WINDOW_MS).length >= TOO_MANY) return { kind: 'stay-down' };
      const delayMs = DELAYS_MS[Math.min(ends.length, DELAYS_MS.length) - 1] ?? DELAYS_MS[0];
      return { kind: 'restart', delayMs };
    },
    foundLocked(atMs) {
      lockedSince ??= atMs;
      if (atMs - lockedSince >= LOCK_PATIENCE_MS) return { kind: 'stay-down' };
      return { kind: 'restart', delayMs: LOCK_DELAY_MS };
    },
    isUp() {
      lockedSince = null;
    },
  };
}
