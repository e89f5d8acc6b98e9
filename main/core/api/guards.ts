import type { FastifyInstance } from 'fastify';
import type { ProgramTokens } from '../directory/programs/program-tokens.ts';
import type { Connections } from '../http/connection-limits.ts';
import { sendProblem, type ProblemCode } from './problem.ts';
import { setCaller } from './caller.ts';
import { PROOF_CALL } from './proof.ts';

/** The names of this machine in a `Host` header, with or without a port. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/**
 * Refuses every request but those of programs on this machine that have a token. A web page can reach loopback ports too: by
 * a name that its owner points here (DNS rebinding, so `Host` is checked) or by a plain request (a browser then sends
 * `Origin`). The answer to a refused request closes its connection.
 */
export function addGuards(app: FastifyInstance, tokens: ProgramTokens, connections: Connections): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { host, origin, authorization } = request.headers;
    const refuse = (code: ProblemCode): void => void sendProblem(reply.header('connection', 'close'), code);
    if (!LOOPBACK.test(host ?? '')) return refuse('forbidden_host');
    if (origin !== undefined) return refuse('forbidden_origin');
    if (request.routeOptions.url === PROOF_CALL) return done();
    const program = tokens.opens(authorization);
    if (program === null) {
      void reply.header('www-authenticate', 'Bearer');
      return refuse('unauthorized');
    }
    setCaller(request, program);
    connections.trust(request.raw.socket);
    return done();
  });
}
