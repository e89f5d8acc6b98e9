import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { viaClient, type Via } from '../../../shared/domain/ledger-event/by.ts';
import type { Program } from '../directory/programs/program-tokens.ts';

/** The programs whose tokens the requests carry. */
const callers = new WeakMap<IncomingMessage, Program>();

/** Remembers the program whose token a request carries. */
export function setCaller(request: Pick<FastifyRequest, 'raw'>, program: Program): void {
  callers.set(request.raw, program);
}

/** Returns the program whose token a request carries. Undefined for a request without a valid token. */
export function callerOf(request: Pick<FastifyRequest, 'raw'>): Program | undefined {
  return callers.get(request.raw);
}

/**
 * Returns how a request came, for the ledger: over the API, from the program that its token is for. For the first token, which
 * is for no particular program, it is the program that `User-Agent` names.
 */
export function viaOf(request: Pick<FastifyRequest, 'raw' | 'headers'>): Via {
  return viaClient('api', callerOf(request)?.name ?? request.headers['user-agent']);
}
