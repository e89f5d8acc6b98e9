/** The waits before the next start, ms. The first are short, because a customer waits. */
const DELAYS_MS = [250, 1_000, 3_000] as const;
/** After this many ends in the window the core is not started again, because another start will not help. */
const TOO_MANY = 3;
const WINDOW_MS = 60_000;
/** After this time without an end, the next restart begins with the first wait again, ms. */
const CALM_MS = 10 * 60_000;
/**
 * How long a new core waits for the lock of the data folder, ms. The core before it may still hold it: this is the time of a
 * kill and a reserve.
 */
const LOCK_PATIENCE_MS = 8_000;
const LOCK_DELAY_MS = 500;

export type RestartDecision =
  { readonly kind: 'restart'; readonly delayMs: number } | { readonly kind: 'stay-down' };

/** Decides after each end of the core. Times are monotonic milliseconds. */
export interface RestartPolicy {
  crashed(atMs: number): RestartDecision;
  /** Decides after an end because another process holds the data folder or a file in it. */
  foundLocked(atMs: number): RestartDecision;
  /** Records that the core works. */
  isUp(): void;
}

/** Creates the policy of a supervisor. */
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
