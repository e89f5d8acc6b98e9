import type { Clock } from '../../../shared/kernel/time.ts';

/**
 * The difference between this machine's clock and the gateway's, learned from the Date header of its answers
 * (RFC 9110, 6.6.1). A till whose clock is a day off would otherwise search for its orders in the wrong day.
 */
export interface GatewayClock {
  /** Takes note of a Date header; null and what cannot be read are ignored. */
  heard(date: string | null): void;
  /** An instant of this machine's clock as the gateway's clock would show it, epoch ms. */
  toTheirs(ourMs: number): number;
}

/** Below this the clocks agree: a header has whole seconds, and the answer took its time. */
const NOISE_MS = 30_000;

export function createGatewayClock(clock: Clock): GatewayClock {
  let ahead = 0;
  return {
    heard(date) {
      const theirs = date === null ? Number.NaN : Date.parse(date);
      if (Number.isNaN(theirs)) return;
      const difference = theirs - clock.now();
      ahead = Math.abs(difference) < NOISE_MS ? 0 : difference;
    },
    toTheirs: (ourMs) => ourMs + ahead,
  };
}
