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
import { MACHINE } from '../ledger/event-log.ts';
import type { JobResult } from '../outbox/job.ts';
import { backoff } from '../outbox/backoff.ts';
import type { ActError, ChargeService } from './charge-service.ts';

/** What a job may use. */
export interface JobContext {
  readonly gateway: Gateway;
  readonly contact: () => Contact;
  readonly clock: Clock;
  readonly random: Random;
  readonly service: Pick<ChargeService, 'act' | 'retry'>;
  charge(id: string): Charge | null;
  wallet(charge: Charge): GatewayWallet | null;
  /** What stands on the payer's phone and in the gateway's panel as the one line of the sale. */
  title(charge: Charge): string;
}

/**
 * The service as jobs use it. What the ledger could not take did not happen: the job throws and is tried again, so that
 * no job ends whose outcome is not on disk.
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
  return { kind: 'again', delayMs: backoff(tries + 1, context.random, capMs), error };
}

/** A failure in a few words for the outbox row and the log; never a body. */
export function describe(failure: GatewayFailure): string {
  switch (failure.kind) {
    case 'refused':
      return `${failure.status} ${failure.reason}`;
    case 'unusable':
      return `unusable answer (${failure.status})`;
    case 'unreachable':
    case 'no-answer':
      return failure.kind;
  }
}

export function handleOf(charge: Charge, attemptNo: number): OrderHandle | null {
  const attempt = attemptOf(charge, attemptNo);
  if (attempt?.orderId == null) return null;
  return { orderId: attempt.orderId, family: attempt.family };
}

/** Tells the state machine what the gateway said of an order, asked for when the charge stood at `askedAt`. */
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
    endToEndId: reading?.endToEndId ?? null,
  };
  return context.service.act(charge.id, event, MACHINE);
}
