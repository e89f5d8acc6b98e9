import { DAY, epochMs, type Clock, type EpochMs } from '../../../shared/kernel/time.ts';

/**
 * The gateway's own clock, learned from the Date header of its answers (RFC 9110, 6.6.1). It dates the orders and ends
 * them, and may differ from this machine's wall clock by years.
 */
export interface GatewayClock {
  /** Takes note of a Date header. Ignores null, and text that is not an HTTP date. */
  learn(date: string | null): void;
  /**
   * A lower bound of the gateway's clock: the newest Date and the steady time since. Null until a Date was heard. A Date
   * is stamped before it arrives, and the steady clock stops while the machine sleeps.
   */
  now(): EpochMs | null;
}

/** A Date that goes back by less than this is the stamp of a late or cached answer, ms. */
const STALE_MS = DAY;

/** The one form that servers may send (RFC 9110, 5.6.7). `Date.parse` alone reads an instant out of nearly any text. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** A clock that has heard nothing. */
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
      // Further back than any late answer: the gateway's clock was set right.
      if (back > 0 && back <= STALE_MS) return;
      newest = { theirs, steady: clock.monotonic() };
    },
  };
}
