import type { FastifyInstance } from 'fastify';
import type { ApiContext } from '../context.ts';
import { proofHeaders } from '../proof.ts';
import { sendProblem } from '../problem.ts';

/**
 * Adds the call for server-sent events, one per event of the ledger. With `Last-Event-ID` it continues after that event,
 * without it sends only new events.
 */
export function addEventCall(app: FastifyInstance, { core, streams }: ApiContext): void {
  app.get('/v1/events', (request, reply) => {
    const given = request.headers['last-event-id'];
    const after = given === undefined || given === '' ? null : seqOf(String(given));
    if (after === undefined) return sendProblem(reply, 'invalid_request', { field: 'Last-Event-ID' });
    // The stream has no end to make a digest of. The proof is of the head, and the connection stays the same.
    const proof = proofHeaders(request, core.programs, 200, '');
    if (!streams.open(reply.raw, after, proof)) return sendProblem(reply, 'too_many_streams');
    return reply.hijack();
  });
}

function seqOf(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
