import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { whatRemains } from '../../commands/what-remains.ts';
import { check } from '../body.ts';
import { viaOf } from '../caller.ts';
import type { ApiContext } from '../context.ts';
import { openChargeBody } from '../open-charge-body.ts';
import { sendProblem } from '../problem.ts';
import { shiftBody } from './shift.ts';

const Stop = z.strictObject({ force: z.boolean().default(false) });

/**
 * Adds the call that ends the till in order, for systems without signals and for installers. It refuses while a charge waits for its
 * operator, unless the program insists: everything is in the ledger, and the next start goes on.
 */
export function addStopCall(app: FastifyInstance, { core, stop, logger }: ApiContext): void {
  app.post('/v1/stop', (request, reply) => {
    const body = check(Stop, request.body, reply);
    if ('refused' in body) return body.refused;
    const till = core.till();
    const { waiting, cancelling, shift } = whatRemains(till);
    const remaining = [...(waiting === null ? [] : [waiting]), ...cancelling].map(openChargeBody);
    if (waiting !== null && !body.value.force)
      return sendProblem(reply, 'unsettled_charge', { chargeId: waiting.id, remaining });
    logger.info('stop-asked', { client: viaOf(request).client, remaining: remaining.length });
    // The end of the till closes this connection, so the answer goes first.
    reply.raw.once('close', stop);
    return reply
      .code(202)
      .send({ stopping: true, remaining, shift: shift === null ? null : shiftBody(till, shift) });
  });
}
