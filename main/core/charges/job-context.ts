import { ACTORS } from '../../../shared/domain/people/actors.ts';
import { attemptOf, type Charge } from '../../../shared/domain/charge/charge.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
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
  OrderVerdict,
} from '../gateway/port.ts';
import type { SearchPlan } from '../gateway/search-plan.ts';
import type { Job, JobResult } from '../outbox/job.ts';
import { retryDelay } from '../outbox/retry-delay.ts';
import type { ActError, ChargeService } from './charge-service.ts';

/** What a job may use. */
export interface JobContext {
  readonly gateway: Gateway;
  readonly contact: () => Contact;
  readonly clock: Clock;
  readonly random: Random;
  readonly service: Pick<ChargeService, 'act' | 'retry'>;
  /** The slices that are left of searches whose list failed, by order reference. Kept in memory only. */
  readonly brokenOff: Map<string, SearchPlan>;
  charge(id: string): Charge | null;
  wallet(charge: Charge): GatewayWallet | null;
  /** The one line of the sale that the payer's phone and the gateway's panel show. */
  title(charge: Charge): string;
}

/**
 * The service as jobs use it. When the ledger cannot be written the job throws and is tried again, so that no job ends
 * whose outcome is not on disk.
 */
export function forJobs(service: ChargeService): Pick<ChargeService, 'act' | 'retry'> {
  const sure = (result: Result<Charge, ActError>): Result<Charge, ActError> => {
    if (!result.ok && result.error === 'storage-failed') throw new Error('the ledger could not be written');
    return result;
  };
  return {
    act: (id, event, actor) => sure(service.act(id, event, actor)),
    retry: (id, actor) => sure(service.retry(id, actor)),
  };
}

type Again = Extract<JobResult, { kind: 'again' }>;

export function again(context: JobContext, tries: number, error: string, capMs?: number): Again {
  return { kind: 'again', delayMs: retryDelay(tries + 1, context.random, capMs), error };
}

const UNUSABLE = 'unusable answer';

/** The description of a failed look for which an answer came that cannot be used; null when there is none. */
export function unusableLook(jobs: readonly Pick<Job, 'kind' | 'lastError'>[]): string | null {
  const error = jobs.find(({ kind }) => kind === 'look-up')?.lastError ?? null;
  return error?.startsWith(UNUSABLE) === true ? error : null;
}

/** A failure in a few words for the outbox row and the log; never a body. */
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

export function handleOf(charge: Charge, attemptNo: number): OrderHandle | null {
  const attempt = attemptOf(charge, attemptNo);
  if (attempt?.orderId == null) return null;
  return { orderId: attempt.orderId, family: attempt.family };
}

/** Tells the state machine what the gateway said of an order. `askedAt` is the charge's version when it was asked. */
export function tell(
  context: JobContext,
  charge: Charge,
  attempt: number,
  askedAt: number,
  said: OrderReading | OrderVerdict,
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
  return context.service.act(charge.id, event, ACTORS.machine);
}
