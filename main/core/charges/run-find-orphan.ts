import { BY_MACHINE } from '../../../shared/domain/ledger-event/by.ts';
import { attemptOf, type Attempt, type Charge } from '../../../shared/domain/charge/charge.ts';
import type { GatewayPlace } from '../../../shared/domain/till/gateway-place.ts';
import { DAY, HOUR, MINUTE, SECOND, type EpochMs } from '../../../shared/kernel/time.ts';
import type { ListedOrder, OrderReading } from '../gateway/port.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { again, describe, type JobContext } from './job-context.ts';

/** Waits after the first complete searches, ms: an order that is listed late is found and cancelled early. */
const FIRST_WAITS = [MINUTE, 4 * MINUTE, 10 * MINUTE, 20 * MINUTE];
const LONGEST_WAIT = 30 * MINUTE;
/** Wait when the order should have expired by our clock and the gateway's clock has not reached that instant, ms. */
const LAST_WAIT = 10 * MINUTE;

/** The shortest life of an order, also if a shorter one was requested (gateway protocol, section 3.1), ms. */
const LIFE = HOUR;
/** Added to the life, for an order that the gateway made late or dated by another of its machines, ms. */
const MARGIN = 5 * MINUTE;
/** A Date header has whole seconds, rounded down. */
const ROUNDING = 2 * SECOND;
/** A search has 32 slices at most, and begins again when the gateway's clock jumps meanwhile. */
const MAX_STEPS = 64;

/** The order of the attempt, and the store and till that its row names. */
interface Found {
  readonly order: OrderReading;
  readonly place: GatewayPlace;
}

type Search =
  | ({ readonly kind: 'found' } & Found)
  /** The whole window was listed without the order. `until` is null when that proves nothing. */
  | { readonly kind: 'nothing'; readonly until: EpochMs | null }
  | { readonly kind: 'failed'; readonly error: string };

/**
 * Searches the gateway for the order of an attempt that got no answer. An order that is found is cancelled. The order is
 * absent after complete searches found nothing and the first and the last of them are an order's whole life apart by the
 * gateway's clock: an order that was made and never listed has expired by then. Our clock and the number of searches do not
 * count. How far the search has come is in the ledger alone.
 */
export async function runFindOrphan(job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  const attempt = attemptOf(charge, job.attempt);
  if (attempt?.status !== 'lost') return DONE;
  const search = await searchFor(attempt, context);
  switch (search.kind) {
    case 'failed':
      return again(context, job.tries, search.error, 2 * MINUTE);
    case 'found': {
      const { orderId, family } = search.order;
      context.learnGatewayPlace(search.place);
      context.service.act(
        charge.id,
        { type: 'orphan-found', attempt: attempt.no, orderId, family },
        BY_MACHINE,
      );
      return DONE;
    }
    case 'nothing':
      return notFound(job, charge, attempt, search.until, context);
  }
}

function notFound(
  job: Job,
  charge: Charge,
  attempt: Attempt,
  until: EpochMs | null,
  context: JobContext,
): JobResult {
  const later = (delayMs: number): JobResult => ({ kind: 'again', delayMs, step: job.step + 1 });
  // Without the gateway's clock nothing is proven: a manager can settle the charge without proof.
  if (until === null) return later(LONGEST_WAIT);
  const soughtAt = firstSearch(attempt, until);
  if (soughtAt !== attempt.soughtAt) {
    const unlisted = { type: 'orphan-unlisted', attempt: attempt.no, gatewayAt: soughtAt } as const;
    context.service.act(charge.id, unlisted, BY_MACHINE);
  }
  const left = soughtAt + Math.max(LIFE, charge.timeLimitMs) + MARGIN - until;
  if (left <= 0) {
    const proof = { from: attempt.gatewayAt, until };
    context.service.act(charge.id, { type: 'orphan-absent', attempt: attempt.no, ...proof }, BY_MACHINE);
    return DONE;
  }
  const first = FIRST_WAITS[job.step];
  if (first !== undefined) return later(first);
  const shortest = job.step === FIRST_WAITS.length ? MINUTE : LAST_WAIT;
  return later(Math.min(LONGEST_WAIT, Math.max(shortest, left + ROUNDING)));
}

/** Returns when the first complete search ended. If the gateway's clock was set back since, this search is the first. */
function firstSearch({ soughtAt }: Attempt, until: EpochMs): EpochMs {
  return soughtAt === null || until <= soughtAt - DAY ? until : soughtAt;
}

/**
 * Does one complete search, slice by slice. Ends early when it finds the order. If a list failed, the next try continues
 * with the missing slice: a till that was off for weeks has dozens of slices to list, a minute apart.
 */
async function searchFor(attempt: Attempt, context: JobContext): Promise<Search> {
  const { brokenOff } = context;
  let rest = brokenOff.get(attempt.orderRef);
  brokenOff.delete(attempt.orderRef);
  let unread: string | null = null;
  for (let step = 0; step < MAX_STEPS; step++) {
    const found = await context.gateway.find(attempt.orderRef, attempt.gatewayAt, rest);
    if (!found.ok) {
      // A search lists an order once. If one of the listed orders could not be read, the next search begins again.
      if (rest !== undefined && unread === null) brokenOff.set(attempt.orderRef, rest);
      return { kind: 'failed', error: describe(found.error) };
    }
    const { orders, until } = found.value;
    const seen = await readEach(orders, attempt, context);
    if (seen.found !== null) return { kind: 'found', ...seen.found };
    unread ??= seen.unread;
    if (found.value.rest === null)
      return unread === null ? { kind: 'nothing', until } : { kind: 'failed', error: unread };
    rest = found.value.rest;
  }
  return { kind: 'failed', error: 'the search has no end' };
}

/**
 * Reads each listed order, because rows carry no reference. `unread` says why one could not be read. That one may be the
 * order, so the search then proves nothing. An order that the gateway does not find for this till belongs to another till.
 */
async function readEach(
  orders: readonly ListedOrder[],
  { orderRef, family }: Attempt,
  { gateway }: JobContext,
): Promise<{ readonly found: Found | null; readonly unread: string | null }> {
  let unread: string | null = null;
  for (const { orderId, place } of orders) {
    const reading = await gateway.read({ orderId, family });
    if (reading.ok && reading.value.orderRef === orderRef)
      return { found: { order: reading.value, place }, unread };
    // An answer without a reference may be this order.
    if (reading.ok && reading.value.orderRef === null) unread ??= 'order without a reference';
    if (!reading.ok && !(reading.error.kind === 'refused' && reading.error.reason === 'not-found'))
      unread ??= describe(reading.error);
  }
  return { found: null, unread };
}
