import { remainingAt, type Countdown } from './countdown.ts';
import { useNow } from './use-now.ts';

/** Milliseconds left of a countdown, by this page's steady clock: a wall clock that is set changes nothing. */
export function useRemaining(countdown: Countdown): number {
  const now = useNow(200);
  // The clock was read before the countdown came when both happen between two ticks.
  return remainingAt(countdown, Math.max(now, countdown.heardAt));
}
