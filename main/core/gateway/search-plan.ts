import { DAY, MINUTE, SECOND, epochMs, type EpochMs } from '../../../shared/kernel/time.ts';

/** A window of one list, by the gateway's clock. Both ends are whole seconds and are included. */
export interface Slice {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** The slices that a search has still to list. `find` makes it, and the caller gives it back unchanged. */
export interface SearchPlan {
  /** The gateway's clock when the plan was made. Null without a clock. */
  readonly at: EpochMs | null;
  /** The gateway's clock when the newest slice was listed. Null before that, and without a clock. */
  readonly until: EpochMs | null;
  /** Newest first; never empty. */
  readonly slices: readonly Slice[];
  /** The ids of the orders that earlier steps returned. */
  readonly foundIds: readonly string[];
}

/** How much each end of the window is extended, ms. Another machine of the gateway may have dated the order. */
const MARGIN = 10 * MINUTE;
/** The widest window of one list (gateway protocol, section 6.1), ms. */
const WIDEST = DAY;
/** The longest search, ms. An order is payable for 60 minutes or for the charge's time limit, so an older order has expired. */
const LONGEST = 31 * DAY;

/**
 * Returns the slices from `since` to `now`, both with a margin, the newest first. Without `since`, returns the last 24 hours,
 * because every older order has expired. If `since` is after `now`, the gateway's clock was set back. The order may be dated by
 * either clock, so the day after `since` is searched too.
 */
export function slicesOf(since: EpochMs | null, now: EpochMs): readonly Slice[] {
  const end = wholeSecond(now + MARGIN);
  if (since === null) return cut(end - WIDEST, end);
  const start = wholeSecond(since - MARGIN);
  if (since > now) return [...cut(end - WIDEST, end), ...cut(start, start + WIDEST)];
  return cut(Math.max(start, end - LONGEST), end);
}

/** Returns slices of at most `WIDEST`. Neighbours share a second, so no order is between them. */
function cut(from: number, to: number): Slice[] {
  const slices: Slice[] = [];
  for (let end = to; ; end -= WIDEST - SECOND) {
    const start = Math.max(from, end - WIDEST);
    slices.push({ from: epochMs(start), to: epochMs(end) });
    if (start <= from) return slices;
  }
}

function wholeSecond(ms: number): number {
  return Math.floor(ms / SECOND) * SECOND;
}
