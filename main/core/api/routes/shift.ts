import { ACTORS } from '../../../../shared/domain/people/actors.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import type { Operator, PinError } from '../../directory/people/operators.ts';
import type { Shift } from '../../shifts/shifts.ts';
import type { Till } from '../../till/till.ts';
import { check } from '../body.ts';
import type { ApiContext } from '../context.ts';
import { instant } from '../instant.ts';
import { anyPin, checkPin, sendPinProblem } from '../pin.ts';
import { sendProblem } from '../problem.ts';

const Who = z.strictObject({ operator: z.string().trim().min(1).max(60), pin: anyPin });

/** Adds the calls that open and close the shift. They name the person by name or id, with the PIN. */
export function addShiftCalls(app: FastifyInstance, { core }: ApiContext): void {
  app.post('/v1/shift/open', async (request, reply) => {
    const body = check(Who, request.body, reply);
    if ('refused' in body) return body.refused;
    const till = core.till();
    const person = await identify(till, body.value.operator, body.value.pin);
    if (!person.ok) return sendPinProblem(reply, person.error);
    const shift = till.shifts.begin(person.value.id);
    if (!shift.ok) return ofAnother(reply, till);
    till.touch();
    return shiftBody(till, shift.value);
  });

  app.post('/v1/shift/close', async (request, reply) => {
    const body = check(Who, request.body, reply);
    if ('refused' in body) return body.refused;
    const till = core.till();
    const person = await identify(till, body.value.operator, body.value.pin);
    if (!person.ok) return sendPinProblem(reply, person.error);
    const { id, role } = person.value;
    const open = till.shifts.open();
    // A manager may close every shift. Every person may close a shift of the API.
    const mayClose = open === null || [id, ACTORS.api].includes(open.operatorId) || role === 'manager';
    if (!mayClose) return ofAnother(reply, till);
    const closed = till.shifts.end(id);
    if (closed.ok) {
      till.touch();
      const { shiftId, operatorId, openedAt, closedAt } = closed.value;
      return { ...shiftBody(till, { id: shiftId, operatorId, openedAt }), closedAt: instant(closedAt) };
    }
    if (closed.error.code === 'no-shift') return sendProblem(reply, 'no_shift');
    const holding = closed.error.chargeIds.flatMap((each) => till.ledger.charges.byId(each) ?? []);
    return sendProblem(reply, 'unsettled_charge', {
      chargeId: holding[0]?.id,
      culprits: holding.map(holdingBody),
    });
  });
}

/**
 * Returns the person of this name or id if the PIN is right. If the till has no such person, the PIN must be a manager's, and
 * that manager is returned.
 */
function identify(till: Till, nameOrId: string, pin: string): Promise<Result<Operator, PinError>> {
  const { byId, byName, check: checkOne, checkFor } = till.operators;
  const operator = byId(nameOrId) ?? byName(nameOrId);
  return checkPin(pin, (given) =>
    operator === null ? checkFor('sign-for-another', given) : checkOne(operator.id, given),
  );
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

/** Returns a charge that holds the shift in the shape of the API. */
function holdingBody({ id, status, amount, reference, createdAt }: Charge): Record<string, unknown> {
  return { id, status, amount, reference, createdAt: instant(createdAt) };
}
