/** An instant: milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number & { readonly __brand: 'EpochMs' };

/** Brands a whole number of milliseconds as an instant. Throws on anything else: that is a bug, not input. */
export function epochMs(value: number): EpochMs {
  if (!Number.isSafeInteger(value)) throw new Error(`not an instant in whole milliseconds: ${value}`);
  return value as EpochMs;
}

/** Cancels what it was returned for; calling it twice is harmless. */
export type Cancel = () => void;

/** Time as a port, so that a whole till can run in virtual time. */
export interface Clock {
  /** The wall clock, for stamps and for what people read. It may jump in both directions. */
  now(): EpochMs;
  /** Milliseconds since an arbitrary start that never go back, for delays and time limits within one run. */
  monotonic(): number;
  /** Runs `action` once after `delayMs`. */
  after(delayMs: number, action: () => void): Cancel;
}

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
