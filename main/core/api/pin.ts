import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { err, type Result } from '../../../shared/kernel/result.ts';
import type { Operator, PinError } from '../directory/people/operators.ts';
import { sendProblem } from './problem.ts';

/** A PIN as it comes. One that is missing or is no text is wrong, but is nobody's guess: see `checkPin`. */
export const anyPin = z
  .unknown()
  .default('')
  .transform((pin) => (typeof pin === 'string' ? pin.slice(0, 64) : ''));

/** Asks `check` unless there is no PIN at all: a call without one must not make the next person wait. */
export function checkPin(
  pin: string,
  check: (pin: string) => Promise<Result<Operator, PinError>>,
): Promise<Result<Operator, PinError>> {
  return pin === '' ? Promise.resolve(err({ code: 'wrong-pin' })) : check(pin);
}

/** Wrong, or too many were: then `Retry-After` says how many seconds the next try has to wait. */
export function sendPinProblem(reply: FastifyReply, error: PinError): FastifyReply {
  if (error.code === 'wrong-pin') return sendProblem(reply, 'pin_required');
  const seconds = Math.ceil(error.waitMs / 1000);
  return sendProblem(reply.header('retry-after', seconds), 'too_many_pin_failures', {
    retryAfterSeconds: seconds,
  });
}
