import { DAY, MINUTE, SECOND, epochMs, type EpochMs } from '../../../shared/kernel/time.ts';

/** A window of one list, by the gateway's clock. Both ends are whole seconds and belong to it. */
export interface Slice {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** What a search has still to list. `find` makes it; callers only hand it on. */
export interface SearchPlan {
  /** The gateway's clock when the plan was made; null without one. */
  readonly at: EpochMs | null;
  /** The gateway's clock when the newest slice was listed; null until then, or without a clock. */
  readonly until: EpochMs | null;
  /** Newest first; never empty. */
  readonly slices: readonly Slice[];
  /** Ids of the orders that were told already. */
  readonly told: readonly string[];
}

/** How far each end of the window is moved outwards: for orders that are dated by another machine of the gateway, ms. */
const MARGIN = 10 * MINUTE;
/** The widest window of one list (gateway protocol, section 6.1), ms. */
const WIDEST = DAY;
/**
 * An order is payable for 60 minutes, or for the charge's own time limit. One that is older than this has long expired,
 * so that leaving it out leaves out no order that can still be paid.
 */
const LONGEST = 31 * DAY;

/**
 * The slices from `since` to `now`, both with a margin, the newest first. Without `since`: the last 24 hours, since
 * every older order has expired. A `since` after `now` means that the gateway's clock was set back: the order may be
 * dated by either clock, so the day after `since` is searched as well.
 */
export function slicesOf(since: EpochMs | null, now: EpochMs): readonly Slice[] {
  const end = wholeSecond(now + MARGIN);
  if (since === null) return cut(end - WIDEST, end);
  const start = wholeSecond(since - MARGIN);
  if (since > now) return [...cut(end - WIDEST, end), ...cut(start, start + WIDEST)];
  return cut(Math.max(start, end - LONGEST), end);
}

/** Slices of `WIDEST` at most. Neighbours share a second, so that no order falls between them. */
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
