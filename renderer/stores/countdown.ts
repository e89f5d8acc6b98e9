/** A countdown of the core: `remainingMs` were left when the steady clock of this page read `heardAt`. */
export interface Countdown {
  readonly remainingMs: number;
  readonly heardAt: number;
}

/** Returns the milliseconds left at `now` of the same clock, at least 0. */
export function remainingAt(countdown: Countdown, now: number): number {
  return Math.max(0, countdown.remainingMs - (now - countdown.heardAt));
}

/** `02:41`. Rounded up: 00:00 is shown when the time is over, and not a moment before. */
export function formatCountdown(remainingMs: number): string {
  const seconds = Math.ceil(remainingMs / 1_000);
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${part(Math.floor(seconds / 60))}:${part(seconds % 60)}`;
}
