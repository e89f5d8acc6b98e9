import { performance } from 'node:perf_hooks';
import { epochMs, type Clock } from '../../../shared/kernel/time.ts';

/** The machine's own clock. Timers beyond what Node can count (24.8 days) are cut to that. */
export const systemClock: Clock = {
  now: () => epochMs(Date.now()),
  monotonic: () => performance.now(),
  after(delayMs, action) {
    if (delayMs <= 0) {
      // A timer waits a whole millisecond at least, and the way from a request to its QR has several of these.
      const immediate = setImmediate(action);
      return () => clearImmediate(immediate);
    }
    const timer = setTimeout(action, Math.min(delayMs, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
};
