import { ACTORS } from '../../../../shared/domain/people/actors.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../../shared/domain/charge/settled.ts';
import type { ActError } from '../../charges/charge-service.ts';
import { placeCharge } from '../../commands/place-charge.ts';
import type { Till } from '../../till/till.ts';
import { check, optionalText, requestId } from '../body.ts';
import { chargeBody } from '../charge-body.ts';
import type { ApiContext } from '../context.ts';
import { sendProblem, underscored, type ProblemCode } from '../problem.ts';

const NewCharge = z.strictObject({
  requestId,
  amount: z.number(),
  wallet: optionalText(60),
  reference: optionalText(60),
  description: optionalText(100),
});
const FIELD_CODES = {
  requestId: 'invalid_request_id',
  amount: 'invalid_amount',
  wallet: 'unknown_wallet',
} as const;

const Cancel = z.strictObject({ reason: optionalText(200) });
const Nothing = z.strictObject({});

interface One {
  Params: { id: string };
}

/** Making, reading, cancelling and finalizing charges. */
export function addChargeCalls(app: FastifyInstance, { core }: ApiContext): void {
  app.post('/v1/charges', (request, reply) => {
    const body = check(NewCharge, request.body, reply, FIELD_CODES);
    if ('refused' in body) return body.refused;
    const till = core.till();
    const placed = placeCharge(till, body.value, () => shiftForApi(till), ACTORS.api);
    if (placed.ok) {
      return reply.code(placed.value.fresh ? 201 : 200).send(chargeBody(placed.value.charge));
    }
    const { code, chargeId, limit } = placed.error;
    return sendProblem(reply, underscored(code), {
      ...(chargeId === undefined ? {} : { chargeId }),
      ...(limit === undefined ? {} : { limit }),
    });
  });

  app.get<One>('/v1/charges/:id', (request, reply) => {
    const charge = core.till().ledger.charges.byId(request.params.id);
    return charge === null ? sendProblem(reply, 'not_found') : reply.send(chargeBody(charge));
  });

  app.post<One>('/v1/charges/:id/cancel', (request, reply) => {
    const body = check(Cancel, request.body, reply);
    if ('refused' in body) return body.refused;
    const till = core.till();
    const charge = till.ledger.charges.byId(request.params.id);
    // Asked twice because the first answer was lost: it is on its way.
    if (charge?.status === 'cancelling') return reply.code(202).send(chargeBody(charge));
    const reason = body.value.reason ?? null;
    const done = till.service.act(
      request.params.id,
      { type: 'given-up', cause: 'operator', reason },
      ACTORS.api,
    );
    if (!done.ok) return refuse(reply, done.error, 'not_cancellable', charge);
    till.found.delete(done.value.id);
    return reply.code(202).send(chargeBody(done.value));
  });

  app.post<One>('/v1/charges/:id/finalize', (request, reply) => {
    const body = check(Nothing, request.body, reply);
    if ('refused' in body) return body.refused;
    const till = core.till();
    const charge = till.ledger.charges.byId(request.params.id);
    if (charge !== null && charge.finalizedAt !== null) return reply.send(chargeBody(charge));
    const done = till.service.act(request.params.id, { type: 'finalized' }, ACTORS.api);
    if (!done.ok) return refuse(reply, done.error, 'not_approved', charge);
    till.found.delete(done.value.id);
    return reply.send(chargeBody(done.value));
  });
}

/** The open shift; else one that opens by itself. */
function shiftForApi(till: Till): string {
  const shift = till.shifts.begin(ACTORS.api);
  if (!shift.ok) throw new Error(`the API cannot join the shift: ${shift.error}`);
  return shift.value.id;
}

/** Words an act that was refused. `otherwise` is why this act may not apply to a charge. */
export function refuse(
  reply: FastifyReply,
  error: ActError,
  otherwise: ProblemCode,
  charge: Charge | null,
): FastifyReply {
  if (error === 'not-found') return sendProblem(reply, 'not_found');
  if (error === 'storage-failed') return sendProblem(reply, 'storage_failed');
  const code: ProblemCode =
    error === 'exceeds-refundable' || error === 'request-id-reused' ? underscored(error) : otherwise;
  const about =
    charge === null ? {} : { chargeId: charge.id, chargeStatus: charge.status, settled: isSettled(charge) };
  return sendProblem(reply, code, about);
}
