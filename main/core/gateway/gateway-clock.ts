import { DAY, epochMs, type Clock, type EpochMs } from '../../../shared/kernel/time.ts';

/**
 * The gateway's clock, from the Date header of its answers (RFC 9110, 6.6.1). Orders are dated and expire by it. It may differ
 * from the wall clock of this machine by years.
 */
export interface GatewayClock {
  /** Learns the instant of a Date header. Ignores null, and text that is not an HTTP date. */
  learn(date: string | null): void;
  /**
   * Returns a lower bound of the gateway's clock: the newest Date plus the time of the steady clock since. Null before the
   * first Date. It is a lower bound because a Date is stamped before it arrives, and the steady clock stops while the machine
   * sleeps.
   */
  now(): EpochMs | null;
}

/** A Date that is earlier by at most this is of a late or cached answer, ms. */
const STALE_MS = DAY;

/** The one form that servers may send (RFC 9110, 5.6.7). `Date.parse` alone accepts nearly any text. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Creates a clock without a Date. */
export function createGatewayClock(clock: Pick<Clock, 'monotonic'>): GatewayClock {
  let newest: { readonly theirs: number; readonly steady: number } | null = null;

  const now = (): EpochMs | null =>
    newest === null ? null : epochMs(Math.floor(newest.theirs + clock.monotonic() - newest.steady));

  return {
    now,
    learn(date) {
      if (date === null || !HTTP_DATE.test(date)) return;
      const theirs = Date.parse(date);
      if (Number.isNaN(theirs)) return;
      const back = (now() ?? theirs) - theirs;
      // If it is earlier than any late answer, the gateway's clock was corrected.
      if (back > 0 && back <= STALE_MS) return;
      newest = { theirs, steady: clock.monotonic() };
    },
  };
}
