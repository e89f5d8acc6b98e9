import type { FastifyInstance } from 'fastify';
import { isLoopbackHost } from '../../../shared/kernel/loopback.ts';
import type { ProgramTokens } from '../directory/programs/program-tokens.ts';
import type { Connections } from '../http/connection-limits.ts';
import { sendProblem, type ProblemCode } from './problem.ts';
import { setCaller } from './caller.ts';
import { PROOF_CALL } from './proof.ts';

/** True for a `Host` header that names this machine, with or without a port. */
function isThisMachine(host: string): boolean {
  const [, name = '', port = '0'] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(host) ?? [];
  return isLoopbackHost(name) && Number(port) <= 65_535;
}

/**
 * Refuses every request but those of programs on this machine that have a token. A web page can reach loopback ports too: by
 * a name that its owner points here (DNS rebinding, so `Host` is checked) or by a plain request. A browser sends `Origin` with
 * some requests and `Sec-Fetch-Site` with every request to this machine. Programs send neither. The answer to a refused request closes its connection.
 */
export function addGuards(app: FastifyInstance, tokens: ProgramTokens, connections: Connections): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { host = '', origin, authorization, 'sec-fetch-site': site } = request.headers;
    const refuse = (code: ProblemCode): void => void sendProblem(reply.header('connection', 'close'), code);
    if (!isThisMachine(host)) return refuse('forbidden_host');
    if (origin !== undefined || site !== undefined) return refuse('forbidden_origin');
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
