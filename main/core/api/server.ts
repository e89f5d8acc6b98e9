import { fastify, type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { ProgramTokens } from '../directory/programs/program-tokens.ts';
import { storageErrorCode } from '../ledger/storage-error.ts';
import { CONNECTION_LIMITS, limitConnections } from '../http/connection-limits.ts';
import { WITHOUT_SCHEMAS } from '../http/without-schemas.ts';
import { addGuards } from './guards.ts';
import { sendProblem, type ProblemCode } from './problem.ts';
import { addProofs } from './proof.ts';

const BODY_LIMIT = 64 * 1024;

/** Creates the HTTP server with its guards and error answers. It has no calls yet. */
export function createServer(tokens: ProgramTokens, logger: Logger): FastifyInstance {
  const failed = (error: FastifyError, reply: FastifyReply): FastifyReply => {
    const code = storageErrorCode(error) !== null ? 'storage_failed' : (CODES[error.code] ?? null);
    if (code !== null) return sendProblem(reply, code);
    if ((error.statusCode ?? 500) < 500) return sendProblem(reply, 'invalid_request');
    logger.error('call-failed', { detail: error.stack ?? error.message });
    return sendProblem(reply, 'internal');
  };
  const app = fastify({
    ...CONNECTION_LIMITS,
    schemaController: WITHOUT_SCHEMAS,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    frameworkErrors: (error, _request, reply) => void failed(error, reply),
    routerOptions: { maxParamLength: 100 },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : JSON.parse(String(body)));
    } catch {
      done(Object.assign(new Error('not JSON'), { code: NOT_JSON }));
    }
  });
  addProofs(app, tokens);
  addGuards(app, tokens, limitConnections(app.server));
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 'unknown_call'));
  app.setErrorHandler((error: FastifyError, _request, reply) => failed(error, reply));
  return app;
}

const NOT_JSON = 'BALCAO_NOT_JSON';

const CODES: Partial<Record<string, ProblemCode>> = {
  [NOT_JSON]: 'invalid_json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
};
