import { BY_MACHINE } from '../../../shared/domain/ledger-event/by.ts';
import { attemptOf, type Charge } from '../../../shared/domain/charge/charge.ts';
import { checkPayload } from '../../../shared/domain/br-code/check-payload.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import type { OpenedOrder } from '../gateway/port.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { again, describe, type JobContext } from './job-context.ts';

/**
 * Sends the create of an attempt, once. If a crash may have sent it before, does not send it again: the attempt becomes lost
 * and its order is searched for.
 */
export async function runCreate(job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  const attempt = attemptOf(charge, job.attempt);
  if (attempt === null) return DONE;
  if (charge.status === 'queued' && attempt.status === 'unsent') return reconnect(job, charge, context);
  if (attempt.status !== 'sent') return DONE;
  if (job.tries > 0) return lost(job, charge, context, 'interrupted');
  if (charge.status !== 'creating') return unsent(job, charge, context);

  const wallet = context.wallet(charge);
  const answer = await context.gateway.create({
    orderRef: attempt.orderRef,
    wallet: charge.wallet,
    pixDictKey: charge.pixDictKey,
    pixPsp: wallet?.pixPsp ?? null,
    total: charge.amount,
    title: context.title(charge),
    family: attempt.family,
    expirationSeconds: Math.round(charge.timeLimitMs / 1000),
  });
  if (answer.ok) return opened(job, charge, answer.value, context);
  switch (answer.error.kind) {
    case 'unreachable': {
      const queued = context.service.act(
        charge.id,
        { type: 'queued', attempt: job.attempt, detail: answer.error.detail },
        BY_MACHINE,
      );
      return queued.ok && queued.value.status === 'queued'
        ? again(context, 0, describe(answer.error), 10_000)
        : DONE;
    }
    case 'refused':
      // A conflict means that the order exists already. It may be this one, sent twice by something on the way.
      if (answer.error.status === 409 || answer.error.reason === 'already-final')
        return lost(job, charge, context, describe(answer.error));
      context.service.act(
        charge.id,
        { type: 'refused', attempt: job.attempt, message: answer.error.message },
        BY_MACHINE,
      );
      return DONE;
    case 'no-answer':
    case 'unusable':
      return lost(job, charge, context, describe(answer.error));
  }
}

/** Records that the request was never sent: the charge was given up, or paid through another order, before. */
function unsent(job: Job, charge: Charge, context: JobContext): JobResult {
  context.service.act(charge.id, { type: 'queued', attempt: job.attempt, detail: 'not needed' }, BY_MACHINE);
  return DONE;
}

function opened(job: Job, charge: Charge, order: OpenedOrder, context: JobContext): JobResult {
  context.service.act(
    charge.id,
    {
      type: 'opened',
      attempt: job.attempt,
      orderId: order.orderId,
      family: order.family,
      brCode: order.brCode,
      deadlineAt: epochMs(context.clock.now() + charge.timeLimitMs),
      mismatch: payloadMismatch(order.brCode, charge),
    },
    BY_MACHINE,
  );
  return DONE;
}

/** Returns what is wrong with a QR for this charge, or null. A Pix payload needs a correct CRC and the amount of the charge. */
function payloadMismatch(brCode: string, charge: Charge): string | null {
  const checked = checkPayload(brCode, { amount: charge.amount, wallet: charge.wallet });
  return checked.ok ? null : checked.error;
}

function lost(job: Job, charge: Charge, context: JobContext, detail: string): JobResult {
  const after = context.service.act(
    charge.id,
    { type: 'attempt-lost', attempt: job.attempt, detail },
    BY_MACHINE,
  );
  // Another attempt starts at once, unless a person must be asked (rule 3).
  if (after.ok && after.value.status === 'creating' && after.value.problem === null)
    context.service.retry(charge.id, BY_MACHINE);
  return DONE;
}

/** Reads the wallets until the gateway answers, then starts another attempt of the charge. */
async function reconnect(job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  const probe = await context.gateway.wallets();
  if (!probe.ok && probe.error.kind !== 'refused')
    return again(context, job.tries, describe(probe.error), 10_000);
  context.service.retry(charge.id, BY_MACHINE);
  return DONE;
}
