/** A countdown told by someone else: `remainingMs` were left when this page's steady clock read `heardAt`. */
export interface Countdown {
  readonly remainingMs: number;
  readonly heardAt: number;
}

/** Milliseconds left at `now` of the same steady clock; never below zero. */
export function remainingAt(countdown: Countdown, now: number): number {
  return Math.max(0, countdown.remainingMs - (now - countdown.heardAt));
}

/** `02:41`. Rounded up: 00:00 is shown when the time is over, and not a moment before. */
export function formatCountdown(remainingMs: number): string {
  const seconds = Math.ceil(remainingMs / 1_000);
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${part(Math.floor(seconds / 60))}:${part(seconds % 60)}`;
}
