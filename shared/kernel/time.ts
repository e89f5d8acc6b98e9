/** An instant: milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number & { readonly __brand: 'EpochMs' };

/** Brands a whole number of milliseconds as an instant. Throws on any other number, which is a bug and not an input. */
export function epochMs(value: number): EpochMs {
  if (!Number.isSafeInteger(value)) throw new Error(`not an instant in whole milliseconds: ${value}`);
  return value as EpochMs;
}

/** Cancels what the function that returned it has started. A second call does nothing. */
export type Cancel = () => void;

/** Time as a port, so that a whole till can run in virtual time. */
export interface Clock {
  /** Returns the wall clock, for stamps and for people. It can jump in both directions. */
  now(): EpochMs;
  /** Returns milliseconds since an arbitrary start. They never decrease. For delays and time limits within one run. */
  monotonic(): number;
  /** Runs `action` once after `delayMs`. */
  after(delayMs: number, action: () => void): Cancel;
}

/** Lengths of time, ms. */
export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
