import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../../shared/domain/charge/settled.ts';
import type { By } from '../../../../shared/domain/ledger-event/by.ts';
import { hasCpf } from '../../../../shared/domain/tax-document/cpf-in-text.ts';
import { ACTORS } from '../../../../shared/domain/people/actors.ts';
import { cancelCharge, finalizeCharge } from '../../commands/charge.ts';
import { placeCharge } from '../../commands/place-charge.ts';
import { check, optionalText, requestId, type FieldCodes } from '../body.ts';
import { chargeBody } from '../charge-body.ts';
import type { ApiContext } from '../context.ts';
import { sendProblem, underscored } from '../problem.ts';
import { viaOf } from '../caller.ts';

const NewCharge = z.strictObject({
  requestId,
  amount: z.number(),
  wallet: optionalText(60),
  reference: optionalText(60),
  description: optionalText(100),
});
const FIELD_CODES: FieldCodes = new Map([
  ['requestId', 'invalid_request_id'],
  ['amount', 'invalid_amount'],
  ['wallet', 'unknown_wallet'],
]);

const Cancel = z.strictObject({ reason: optionalText(200) });
const Nothing = z.strictObject({});

interface One {
  Params: { id: string };
}

/** Adds the calls that create, read, cancel and finalize charges. */
export function addChargeCalls(app: FastifyInstance, { core, logger }: ApiContext): void {
  app.post('/v1/charges', (request, reply) => {
    const body = check(NewCharge, request.body, reply, FIELD_CODES);
    if ('refused' in body) return body.refused;
    const till = core.till();
    const placed = placeCharge(till, byApi(request), body.value);
    if (placed.ok) {
      const { charge, fresh } = placed.value;
      if (fresh) void reply.code(201).header('location', `/v1/charges/${charge.id}`);
      // Support asks the maker of the program to send another reference. The log has neither text.
      if (fresh && [charge.reference, charge.description].some((text) => text !== null && hasCpf(text)))
        logger.warn('reference-has-cpf', { charge: charge.id, client: viaOf(request).client ?? null });
      return reply.send(chargeBody(charge, till));
    }
    const { code, chargeId, limit } = placed.error;
    return sendProblem(reply, underscored(code), {
      ...(chargeId === undefined ? {} : { chargeId }),
      ...(limit === undefined ? {} : { limit }),
    });
  });

  app.get<One>('/v1/charges/:id', (request, reply) => {
    const till = core.till();
    const charge = till.ledger.charges.byId(request.params.id);
    return charge === null ? sendProblem(reply, 'not_found') : reply.send(chargeBody(charge, till));
  });

  app.post<One>('/v1/charges/:id/cancel', (request, reply) => {
    const body = check(Cancel, request.body, reply);
    if ('refused' in body) return body.refused;
    const till = core.till();
    const { id } = request.params;
    const done = cancelCharge(till, byApi(request), { id, reason: body.value.reason ?? null });
    if (done.ok) return reply.code(202).send(chargeBody(done.value, till));
    const charge = till.ledger.charges.byId(id);
    // A repeated request, for example after a lost answer, gets the answer of the first one: the cancel is under way.
    if (done.error === 'not-cancellable' && charge?.status === 'cancelling')
      return reply.code(202).send(chargeBody(charge, till));
    return refuse(reply, done.error, charge);
  });

  app.post<One>('/v1/charges/:id/finalize', (request, reply) => {
    const body = check(Nothing, request.body, reply);
    if ('refused' in body) return body.refused;
    const till = core.till();
    const done = finalizeCharge(till, byApi(request), request.params.id);
    if (done.ok) return reply.send(chargeBody(done.value, till));
    const charge = till.ledger.charges.byId(request.params.id);
    // A repeated request gets the answer of the first one.
    if (done.error === 'not-approved' && charge !== null && charge.finalizedAt !== null)
      return reply.send(chargeBody(charge, till));
    return refuse(reply, done.error, charge);
  });
}

/** Returns who calls, for the ledger: the shop's software. */
function byApi(request: Pick<FastifyRequest, 'raw' | 'headers'>): By {
  return { actor: ACTORS.api, via: viaOf(request) };
}

/** The refusals of an act on a charge. */
type Refusal =
  | 'not-found'
  | 'storage-failed'
  | 'not-cancellable'
  | 'not-approved'
  | 'not-refundable'
  | 'exceeds-refundable'
  | 'request-id-reused'
  | 'invalid-amount'
  | 'second-manager-needed';

/** Sends the refusal of an act, with the state of its charge. */
export function refuse(reply: FastifyReply, error: Refusal, charge: Charge | null): FastifyReply {
  if (error === 'not-found' || error === 'storage-failed' || charge === null)
    return sendProblem(reply, underscored(error));
  const about = { chargeId: charge.id, chargeStatus: charge.status, settled: isSettled(charge) };
  return sendProblem(reply, underscored(error), about);
}
