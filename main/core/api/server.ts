import { fastify, type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { ProgramTokens } from '../directory/programs/program-tokens.ts';
import { storageErrorCode } from '../ledger/storage-error.ts';
import { CONNECTION_LIMITS, limitConnections } from '../http/connection-limits.ts';
import { WITHOUT_SCHEMAS } from '../http/without-schemas.ts';
import { answerBelowHttp, answerClientError } from './below-http.ts';
import { addGuards } from './guards.ts';
import { sendProblem, type ProblemCode } from './problem.ts';
import { addProofs } from './proof.ts';
import { addBodyParser, addRequestRules, type UnreadableBody } from './read-request.ts';
import { addUnknownCalls } from './unknown-calls.ts';

const BODY_LIMIT = 64 * 1024;

/** Creates the HTTP server with its guards and error answers. It has no calls yet. */
export function createServer(tokens: ProgramTokens, logger: Logger): FastifyInstance {
  const failed = (error: FastifyError | UnreadableBody, reply: FastifyReply): FastifyReply => {
    if ('unreadable' in error) {
      const { code, field, detail } = error.unreadable;
      return sendProblem(reply, code, field === undefined ? {} : { field }, detail);
    }
    const code = storageErrorCode(error) !== null ? 'storage_failed' : CODES.get(error.code);
    if (code !== undefined) return sendProblem(reply, code);
    if ((error.statusCode ?? 500) < 500) return sendProblem(reply, 'invalid_request');
    logger.error('call-failed', { detail: error.stack ?? error.message });
    return sendProblem(reply, 'internal');
  };
  const app = fastify({
    ...CONNECTION_LIMITS,
    // A missing Host is answered by the request rules, with a problem.
    http: { ...CONNECTION_LIMITS.http, requireHostHeader: false },
    schemaController: WITHOUT_SCHEMAS,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    return503OnClosing: false,
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, _request, reply) => void failed(error, reply),
    routerOptions: { maxParamLength: 100 },
  });
  answerBelowHttp(app.server);
  app.addHook('onRequest', async (_request, reply) => {
    void reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
  });
  addBodyParser(app);
  addProofs(app, tokens);
  addRequestRules(app);
  addGuards(app, tokens, limitConnections(app.server));
  addUnknownCalls(app);
  app.setErrorHandler((error: FastifyError | UnreadableBody, _request, reply) => failed(error, reply));
  return app;
}

const CODES: ReadonlyMap<string, ProblemCode> = new Map([
  ['FST_ERR_CTP_BODY_TOO_LARGE', 'body_too_large'],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'unsupported_media_type'],
]);
