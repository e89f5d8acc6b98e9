import { epochMs, type Cancel, type Clock, type EpochMs } from '../../../shared/kernel/time.ts';

/** A clock that changes only by calls. */
export interface VirtualClock extends Clock {
  /** Lets `ms` pass. Runs everything that is due in its order, and settles promises after each. */
  advance(ms: number): Promise<void>;
  /** Lets time pass until `holds` is true, `ms` at most. Returns its last result. */
  advanceUntil(holds: () => boolean, ms: number): Promise<boolean>;
  /** Sets the wall clock, as a person or a time server does. No time passes. */
  jump(ms: number): void;
  /** The machine sleeps: the wall clock goes on, the steady one and its timers do not. */
  sleepMachine(ms: number): void;
  /** Returns the number of waiting timers. */
  readonly timers: number;
}

/** 2026-03-02 12:00 UTC, a Monday morning in São Paulo. */
export const NOON_UTC = epochMs(Date.UTC(2026, 2, 2, 12));

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly action: () => void;
}

export function createVirtualClock(start: EpochMs = NOON_UTC): VirtualClock {
  const timers = new Set<Timer>();
  let elapsed = 0;
  let wall: number = start;
  let order = 0;

  const next = (until: number): Timer | null => {
    let first: Timer | null = null;
    for (const timer of timers) {
      if (timer.at > until) continue;
      if (first === null || timer.at < first.at || (timer.at === first.at && timer.order < first.order))
        first = timer;
    }
    return first;
  };

  const advanceUntil = async (holds: () => boolean, ms: number): Promise<boolean> => {
    const end = elapsed + ms;
    await settled();
    while (!holds()) {
      const timer = next(end);
      if (timer === null) {
        wall += end - elapsed;
        elapsed = end;
        return holds();
      }
      timers.delete(timer);
      wall += Math.max(0, timer.at - elapsed);
      elapsed = Math.max(elapsed, timer.at);
      timer.action();
      await settled();
    }
    return true;
  };

  return {
    now: () => epochMs(Math.round(wall)),
    // Begins at a number that is not whole, like the real clock.
    monotonic: () => elapsed + 7_777.25,
    after(delayMs, action): Cancel {
      const timer = { at: elapsed + Math.max(0, delayMs), order: order++, action };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance: async (ms) => void (await advanceUntil(() => false, ms)),
    advanceUntil,
    jump: (ms) => void (wall += ms),
    sleepMachine: (ms) => void (wall += ms),
    get timers() {
      return timers.size;
    },
  };
}

/** Settles every promise that can settle. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
