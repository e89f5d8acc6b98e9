import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isCentavos } from '../../../../shared/domain/money/centavos.ts';
import { provePin } from '../../commands/people.ts';
import { refundCharge } from '../../commands/refund.ts';
import { check, optionalText, requestId, type FieldCodes } from '../body.ts';
import { chargeBody } from '../charge-body.ts';
import type { ApiContext } from '../context.ts';
import { anyPin, sendPinProblem } from '../pin.ts';
import { sendProblem } from '../problem.ts';
import { viaOf } from '../caller.ts';
import { refuse } from './charges.ts';

const Refund = z.strictObject({
  requestId,
  amount: z.number().refine((amount) => isCentavos(amount) && amount !== 0),
  pin: anyPin,
  reason: optionalText(200),
});
const FIELD_CODES: FieldCodes = new Map([
  ['requestId', 'invalid_request_id'],
  ['amount', 'invalid_amount'],
]);

/** Adds the call that refunds a charge in the name of the manager whose PIN it contains. */
export function addRefundCall(app: FastifyInstance, { core }: ApiContext): void {
  app.post<{ Params: { id: string } }>('/v1/charges/:id/refunds', async (request, reply) => {
    const till = core.till();
    const { id } = request.params;
    if (till.ledger.charges.byId(id) === null) return sendProblem(reply, 'not_found');
    const body = check(Refund, request.body, reply, FIELD_CODES);
    if ('refused' in body) return body.refused;
    const { pin, reason = null, ...refund } = body.value;
    const via = viaOf(request);
    const manager = await provePin(till, via, { act: 'refund', pin });
    if (!manager.ok) return sendPinProblem(reply, manager.error);
    const done = refundCharge(till, { actor: manager.value.id, via }, { id, reason, ...refund });
    if (!done.ok) return refuse(reply, done.error, till.ledger.charges.byId(id));
    return reply.code(202).send(chargeBody(done.value, till));
  });
}
