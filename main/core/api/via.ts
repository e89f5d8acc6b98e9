import type { FastifyRequest } from 'fastify';
import { viaClient, type Via } from '../../../shared/domain/ledger-event/by.ts';

/** Returns how a request came, for the ledger: over the API, from the program that its `User-Agent` names. */
export function viaOf(request: Pick<FastifyRequest, 'headers'>): Via {
  return viaClient('api', request.headers['user-agent']);
}
