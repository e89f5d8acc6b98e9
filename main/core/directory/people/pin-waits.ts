import { HOUR, SECOND, type Clock } from '../../../../shared/kernel/time.ts';

/** Wrong PINs that need no wait. */
const FREE_TRIES = 3;

/** The longest wait, ms. After the free tries each further wrong PIN doubles the wait up to this. */
const LONGEST_WAIT = HOUR;

/** Wrong PINs after which the PIN of a person is locked. */
export const TRIES_TO_LOCK = 10;

/**
 * How long the next PIN of a person waits after wrong ones. A key is the id of a person. The waits are of this run: a restart
 * begins a wait again in full.
 */
export interface PinWaits {
  /** Returns the ms until the next PIN is checked. `failures`: the wrong PINs so far. */
  left(key: string, failures: number): number;
  /** Returns the ms since the last wrong PIN, by the clock that counted less. Begins to count if none is known. */
  since(key: string): number;
  /** Begins the wait after a wrong PIN. */
  begin(key: string): void;
}

/**
 * Creates the waits of a run. A wait is over when both the wall clock and the monotonic clock say so. Therefore a clock that is
 * set forward shortens no wait. If the wall clock is set back before the beginning of a wait, the wait begins again in full.
 */
export function createPinWaits(clock: Clock): PinWaits {
  const begun = new Map<string, { readonly wall: number; readonly steady: number }>();
  const begin = (key: string): void => void begun.set(key, { wall: clock.now(), steady: clock.monotonic() });
  const since = (key: string): number => {
    const at = begun.get(key);
    if (at === undefined || clock.now() < at.wall) {
      begin(key);
      return 0;
    }
    return Math.min(clock.now() - at.wall, clock.monotonic() - at.steady);
  };
  return {
    begin,
    since,
    left(key, failures) {
      if (failures < FREE_TRIES) return 0;
      const wait = Math.min(LONGEST_WAIT, 2 ** (failures - FREE_TRIES + 1) * SECOND);
      return Math.max(0, Math.ceil(wait - since(key)));
    },
  };
}
