import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Random } from '../../../../shared/kernel/random.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import type { GatewayCredentials } from '../session.ts';
import type { Fault } from './faults.ts';
import type { OrderStore } from './order-store.ts';
import type { Tokens } from './tokens.ts';

/** The parts that the routes of the training gateway share. */
export interface TrainingContext {
  readonly clock: Clock;
  readonly random: Random;
  readonly store: OrderStore;
  readonly tokens: Tokens;
  readonly credentials: GatewayCredentials;
  /** True if requests must follow the published description to the letter. */
  readonly strict: boolean;
  /** Returns the fault of this request, or null. */
  faultOf(request: FastifyRequest): Fault | null;
}

/** Sends an error in the gateway's usual form, `{code, message}` (section 8.1). */
export function sendError(reply: FastifyReply, code: number, message: string): FastifyReply {
  return reply.code(code).send({ code, message });
}
