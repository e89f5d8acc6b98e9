import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { PinError } from '../directory/people/pin-checks.ts';
import { sendProblem } from './problem.ts';

/** The schema of a PIN. A PIN that is absent or not a text becomes empty: commands refuse it and do not count a guess. */
export const anyPin = z
  .unknown()
  .default('')
  .transform((pin) => (typeof pin === 'string' ? pin.slice(0, 64) : ''));

/** Sends the problem of a refused PIN. After too many wrong PINs, `Retry-After` has the wait in seconds. */
export function sendPinProblem(reply: FastifyReply, error: PinError): FastifyReply {
  if (error.code === 'wrong-pin') return sendProblem(reply, 'pin_required');
  if (error.code === 'pin-locked') return sendProblem(reply, 'pin_locked');
  const seconds = Math.ceil(error.waitMs / 1000);
  return sendProblem(reply.header('retry-after', seconds), 'too_many_pin_failures', {
    retryAfterSeconds: seconds,
  });
}
