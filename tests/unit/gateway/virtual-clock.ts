import { epochMs, type Clock } from '../../../shared/kernel/time.ts';

/** A clock that stands still until it is told to go on. */
export interface VirtualClock extends Clock {
  /** Lets `ms` pass, running what falls due in its order; promises settle in between. */
  advance(ms: number): Promise<void>;
}

const START = Date.UTC(2026, 10, 23, 12, 0, 0);

export function createVirtualClock(startMs = START): VirtualClock {
  let elapsed = 0;
  let timers: { readonly at: number; readonly action: () => void }[] = [];

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  };

  return {
    now: () => epochMs(startMs + elapsed),
    monotonic: () => elapsed,
    after: (delayMs, action) => {
      const timer = { at: elapsed + delayMs, action };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance: async (ms) => {
      const end = elapsed + ms;
      await settle();
      for (;;) {
        const due = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((timer) => timer !== due);
        elapsed = Math.max(elapsed, due.at);
        due.action();
        await settle();
      }
      elapsed = end;
      await settle();
    },
  };
}
