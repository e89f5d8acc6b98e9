import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isCentavos } from '../../../../shared/domain/money/centavos.ts';
import { isRefundReason, plainReason } from '../../../../shared/domain/reason/refund-reason.ts';
import { provePin } from '../../commands/people.ts';
import { checkSecond, refundCharge, whyNotRefunded } from '../../commands/refund.ts';
import { check, requestId, type FieldCodes } from '../body.ts';
import { chargeBody } from '../charge-body.ts';
import type { ApiContext } from '../context.ts';
import { anyPin, sendPinProblem } from '../pin.ts';
import { sendProblem } from '../problem.ts';
import { viaOf } from '../caller.ts';
import { refuse } from './charges.ts';

const Refund = z.strictObject({
  requestId,
  amount: z.number().refine((amount) => isCentavos(amount) && amount !== 0),
  /** The manager whose PIN it is, by name or id. Needed for an exact count of wrong PINs if the till has several managers. */
  operator: z.string().trim().min(1).max(60).optional(),
  pin: anyPin,
  /** The second manager, for a refund above a limit of the shop. */
  secondOperator: z.string().trim().min(1).max(60).optional(),
  secondPin: anyPin,
  reason: z.string().refine(isRefundReason).transform(plainReason),
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
    const { operator, pin, secondOperator, secondPin, ...refund } = body.value;
    const refusal = whyNotRefunded(till, { id, ...refund }, secondPin !== '');
    if (refusal !== null) return refuse(reply, refusal, till.ledger.charges.byId(id));
    const via = viaOf(request);
    const manager = await provePin(till, via, { act: 'refund', operator, pin });
    if (!manager.ok) return sendPinProblem(reply, manager.error);
    const by = { actor: manager.value.id, via };
    const second = await checkSecond(till, by, { operator: secondOperator, pin: secondPin });
    if (!second.ok) {
      const isUnknown = second.error.code === 'unknown-manager';
      return sendPinProblem(reply, isUnknown ? { code: 'wrong-pin' } : second.error);
    }
    const done = refundCharge(till, by, { id, ...refund, secondBy: second.value });
    if (!done.ok) return refuse(reply, done.error, till.ledger.charges.byId(id));
    return reply.code(202).send(chargeBody(done.value, till));
  });
}
