import { epochMs, type Clock } from '../../../../shared/kernel/time.ts';

/** A clock that moves when it is told to. */
export function fakeClock(): Clock & { advance(ms: number): void; pending(): number } {
  let nowMs = 0;
  let timers: { atMs: number; action: () => void }[] = [];
  return {
    now: () => epochMs(nowMs),
    monotonic: () => nowMs,
    after(delayMs, action) {
      const timer = { atMs: nowMs + delayMs, action };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
    advance(ms) {
      const untilMs = nowMs + ms;
      for (;;) {
        const [next] = timers.filter((one) => one.atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs);
        if (next === undefined) break;
        timers = timers.filter((one) => one !== next);
        nowMs = next.atMs;
        next.action();
      }
      nowMs = untilMs;
    },
    pending: () => timers.length,
  };
}
