import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { identify, personNamed } from '../../commands/people.ts';
import { closeShift, isShiftOfAnother, openShift } from '../../commands/shift.ts';
import type { Shift } from '../../shifts/shift.ts';
import type { Till } from '../../till/till.ts';
import { plainText } from '../../../../shared/contract/plain-text.ts';
import { check } from '../body.ts';
import type { ApiContext } from '../context.ts';
import { instant } from '../instant.ts';
import { openChargeBody } from '../open-charge-body.ts';
import { anyPin, sendPinProblem } from '../pin.ts';
import { sendProblem } from '../problem.ts';
import { viaOf } from '../caller.ts';

const Who = z.strictObject({ operator: plainText(60).trim().min(1), pin: anyPin });

/** Adds the calls that open and close the shift. They name the person by name or id, with the PIN. */
export function addShiftCalls(app: FastifyInstance, { core }: ApiContext): void {
  app.post('/v1/shift/open', async (request, reply) => {
    const body = check(Who, request.body, reply);
    if ('refused' in body) return body.refused;
    const till = core.till();
    const via = viaOf(request);
    const named = personNamed(till, body.value.operator);
    if (named !== null && isShiftOfAnother(till, named.id)) return ofAnother(reply, till);
    const person = await identify(till, via, body.value);
    if (!person.ok) return sendPinProblem(reply, person.error);
    const shift = openShift(till, { actor: person.value.id, via });
    return shift.ok ? shiftBody(till, shift.value) : ofAnother(reply, till);
  });

  app.post('/v1/shift/close', async (request, reply) => {
    const body = check(Who, request.body, reply);
    if ('refused' in body) return body.refused;
    const till = core.till();
    const via = viaOf(request);
    if (till.shifts.open() === null) return sendProblem(reply, 'no_shift');
    const person = await identify(till, via, body.value);
    if (!person.ok) return sendPinProblem(reply, person.error);
    const closed = closeShift(till, { actor: person.value.id, via });
    if (closed.ok) {
      const { shiftId, operatorId, openedAt, closedAt } = closed.value;
      return { ...shiftBody(till, { id: shiftId, operatorId, openedAt }), closedAt: instant(closedAt) };
    }
    if (closed.error.code === 'shift-of-another') return ofAnother(reply, till);
    if (closed.error.code === 'no-shift') return sendProblem(reply, 'no_shift');
    const holding = closed.error.chargeIds.flatMap((each) => till.ledger.charges.byId(each) ?? []);
    return sendProblem(reply, 'unsettled_charge', {
      chargeId: holding[0]?.id,
      culprits: holding.map(openChargeBody),
    });
  });
}

function ofAnother(reply: FastifyReply, till: Till): FastifyReply {
  const shift = till.shifts.open();
  return sendProblem(reply, 'shift_of_another', { shift: shift === null ? null : shiftBody(till, shift) });
}

/** Returns an open shift in the shape of the API. */
export function shiftBody(till: Till, shift: Shift): Record<string, unknown> {
  return {
    id: shift.id,
    operator: till.names.knownPerson(shift.operatorId) ?? shift.operatorId,
    operatorId: shift.operatorId,
    openedAt: instant(shift.openedAt),
    closedAt: null,
  };
}
