import { createHash, createHmac } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Program, ProgramTokens } from '../directory/programs/program-tokens.ts';
import { callerOf } from './caller.ts';
import { sendProblem } from './problem.ts';

/** The request's random text. A program that sends it gets a proof back. */
const NONCE = 'balcao-nonce';
/** The request's name of the token that the proof is made with, where it does not carry the token. */
const TOKEN_ID = 'balcao-token';
const PROOF = 'balcao-proof';
const NONCE_FORM = /^[\w-]{16,64}$/;

/** The call that proves who answers before a program sends its token. It needs no token. */
export const PROOF_CALL = '/v1/proof';

/**
 * Adds a proof to each answer whose request has a nonce: only a process that knows the token can make it. The proof covers the
 * address that the program is connected to, so another process cannot pass on the proof of this one.
 */
export function addProofs(app: FastifyInstance, tokens: ProgramTokens): void {
  app.addHook('onRequest', (request, reply, done) => {
    const nonce = request.headers[NONCE];
    if (nonce === undefined || NONCE_FORM.test(String(nonce))) return done();
    return void sendProblem(reply, 'invalid_request', { field: 'Balcao-Nonce' });
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    const body = request.method === 'HEAD' || payload === null ? '' : (payload as string | Buffer);
    void reply.headers(proofHeaders(request, tokens, reply.statusCode, body));
    done(null, payload);
  });
  app.get(PROOF_CALL, () => ({ service: 'balcao' }));
}

/** Returns the header of the proof. Without a nonce, or for an unknown token, returns no header. */
export function proofHeaders(
  request: FastifyRequest,
  tokens: ProgramTokens,
  status: number,
  body: string | Buffer,
): Readonly<Record<string, string>> {
  const nonce = request.headers[NONCE];
  const program = callerOf(request) ?? named(request, tokens);
  if (typeof nonce !== 'string' || !NONCE_FORM.test(nonce) || program === undefined) return {};
  const { localAddress, localPort } = request.raw.socket;
  const lines = [
    'balcao-proof-1',
    nonce,
    request.method,
    request.raw.url,
    `${localAddress}:${localPort}`,
    status,
    createHash('sha256').update(body).digest('hex'),
  ];
  return { [PROOF]: createHmac('sha256', program.key).update(lines.join('\n')).digest('hex') };
}

/** Returns the program that a request names without its token. Without a name it is the first token's. */
function named(request: FastifyRequest, tokens: ProgramTokens): Program | undefined {
  const id = request.headers[TOKEN_ID] ?? null;
  return tokens.all().find((program) => program.id === id);
}
