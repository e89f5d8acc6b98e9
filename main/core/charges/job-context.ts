import { attemptOf, type Charge } from '../../../shared/domain/charge/charge.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { BY_MACHINE } from '../../../shared/domain/ledger-event/by.ts';
import type { GatewayPlace } from '../../../shared/domain/till/gateway-place.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import type { Contact } from '../gateway/contact.ts';
import type {
  Gateway,
  GatewayFailure,
  GatewayWallet,
  OrderHandle,
  OrderReading,
  OrderWord,
} from '../gateway/port.ts';
import type { SearchPlan } from '../gateway/search-plan.ts';
import type { Job, JobResult } from '../outbox/job.ts';
import { retryDelay } from '../outbox/retry-delay.ts';
import type { ActError, ChargeService } from './charge-service.ts';

/** The ports that a job works with. */
export interface JobContext {
  readonly gateway: Gateway;
  readonly contact: () => Contact;
  readonly clock: Clock;
  readonly random: Random;
  readonly service: Pick<ChargeService, 'act' | 'retry'>;
  /** The remaining slices of searches whose list failed, by order reference. Kept in memory only. */
  readonly brokenOff: Map<string, SearchPlan>;
  /** Stores the store and the till as the gateway calls them. Throws if the disk takes nothing. */
  learnGatewayPlace(place: GatewayPlace): void;
  charge(id: string): Charge | null;
  wallet(charge: Charge): GatewayWallet | null;
  /** Returns the one line of the sale that the payer's phone and the gateway's panel show. */
  title(charge: Charge): string;
}

/**
 * Wraps the service for jobs: if the ledger cannot be written, it throws. The runner then tries the job again, so a job ends
 * only after its outcome is on disk.
 */
export function forJobs(service: ChargeService): Pick<ChargeService, 'act' | 'retry'> {
  const sure = (result: Result<Charge, ActError>): Result<Charge, ActError> => {
    if (!result.ok && result.error === 'storage-failed') throw new Error('the ledger could not be written');
    return result;
  };
  return {
    act: (id, event, by) => sure(service.act(id, event, by)),
    retry: (id, by) => sure(service.retry(id, by)),
  };
}

type Again = Extract<JobResult, { kind: 'again' }>;

/**
 * Returns the result that repeats a job after an error, with a growing wait of at most `capMs`.
 *
 * @param tries failed tries before this one.
 */
export function again(context: JobContext, tries: number, error: string, capMs?: number): Again {
  return { kind: 'again', delayMs: retryDelay(tries + 1, context.random, capMs), error };
}

const UNUSABLE = 'unusable answer';

/** Returns the description of the last failed look-up if it got an unusable answer, else null. */
export function unusableLook(jobs: readonly Pick<Job, 'kind' | 'lastError'>[]): string | null {
  const error = jobs.find(({ kind }) => kind === 'look-up')?.lastError ?? null;
  return error?.startsWith(UNUSABLE) === true ? error : null;
}

/** Describes a failure in a few words for the outbox row and the log. Never contains the body of an answer. */
export function describe(failure: GatewayFailure): string {
  switch (failure.kind) {
    case 'refused':
      return `${failure.status} ${failure.reason}`;
    case 'unusable':
      return `${UNUSABLE} (${failure.status})`;
    case 'unreachable':
      return failure.unusable === undefined
        ? failure.kind
        : `${UNUSABLE} to the login (${failure.unusable.status})`;
    case 'no-answer':
      return failure.kind;
  }
}

/** Returns the gateway's handle of an attempt's order. Null if the attempt has no order id. */
export function handleOf(charge: Charge, attemptNo: number): OrderHandle | null {
  const attempt = attemptOf(charge, attemptNo);
  if (attempt?.orderId == null) return null;
  return { orderId: attempt.orderId, family: attempt.family };
}

/**
 * Applies the gateway's answer about an order as a `seen` event. Refuses with `stale` if the charge has changed since it was
 * asked about, and with `nothing-new` if the answer has no news.
 *
 * @param askedAt the charge's version when the gateway was asked.
 */
export function recordReading(
  context: JobContext,
  charge: Charge,
  attempt: number,
  askedAt: number,
  said: OrderReading | OrderWord,
): Result<Charge, ActError> {
  const reading = 'paidAmount' in said ? said : null;
  const event: ChargeEvent = {
    type: 'seen',
    attempt,
    askedAt,
    word: said.word,
    rawWord: said.rawWord,
    paidAmount: reading?.paidAmount ?? null,
    ...(reading?.unreadPaidAmount === undefined ? {} : { unreadPaidAmount: reading.unreadPaidAmount }),
    endToEndId: reading?.endToEndId ?? null,
  };
  return context.service.act(charge.id, event, BY_MACHINE);
}
