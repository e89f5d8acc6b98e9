import { performance } from 'node:perf_hooks';
import { epochMs, type Clock } from '../../../shared/kernel/time.ts';

/**
 * The machine's clock running `pace` times as fast since `origin` (epoch ms). Processes with the same two numbers agree
 * on the time, and a search that looks once a minute for four minutes takes seconds.
 */
export function createHastyClock(origin: number, pace: number): Clock {
  return {
    now: () => epochMs(Math.round(origin + (Date.now() - origin) * pace)),
    monotonic: () => performance.now() * pace,
    after(delayMs, action) {
      if (delayMs <= 0) {
        const immediate = setImmediate(action);
        return () => clearImmediate(immediate);
      }
      const timer = setTimeout(action, Math.min(delayMs / pace, 2 ** 31 - 1));
      return () => clearTimeout(timer);
    },
  };
}
