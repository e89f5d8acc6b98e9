import type { FastifyInstance } from 'fastify';
import { isObject } from '../wire/error-body.ts';
import { sendError, type TrainingContext } from './context.ts';
import { isSame } from './tokens.ts';

/** POST /pdvauth and POST /refresh-token, sections 1.3 and 1.4. */
export function addLoginRoutes(app: FastifyInstance, { credentials, tokens }: TrainingContext): void {
  app.post('/pdvauth', async (request, reply) => {
    const body = isObject(request.body) ? request.body : {};
    const matches =
      isSame(textOf(body['access_key']), credentials.accessKey) &&
      isSame(textOf(body['secret_key']), credentials.secretKey) &&
      isSame(textOf(body['client_id']), credentials.clientId);
    return matches ? tokens.issue() : sendError(reply, 401, 'Unauthenticated User.');
  });

  app.post('/refresh-token', async (request, reply) => {
    const refusal = tokens.refuse(request.headers.authorization, 'refresh');
    return refusal ? sendError(reply, 401, 'Unauthenticated User.') : tokens.issue();
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
