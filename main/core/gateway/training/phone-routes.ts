import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { fromWireNumber } from '../../../../shared/domain/money/decimal-reais.ts';
import { parseReais } from '../../../../shared/domain/money/parse-reais.ts';
import type { Centavos } from '../../../../shared/domain/money/centavos.ts';
import { sendError } from './context.ts';
import { CUSTOMER_ACTS, type TrainingCustomer } from './customer.ts';
import { phonePage } from './phone-page.ts';
import { PHONE_SCRIPT, PHONE_STYLE } from './phone-assets.ts';
import { isSame } from './tokens.ts';

/** Allows only the script and the style of this server. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** An act. In JSON the amount is a number of reais, as in the protocol. In the form it is the text that a person types. */
const actBody = z.object({
  act: z.enum(CUSTOMER_ACTS),
  amount: z.union([z.number(), z.string()]).nullish(),
});

interface Phone {
  Querystring: { token?: string };
}

/**
 * Adds the customer's phone: a page and its call. They work only on this machine and only with the token, because a page of the
 * web can reach a loopback port too: by a form, or by a name that it directs here (DNS rebinding).
 */
export function addPhoneRoutes(app: FastifyInstance, customer: TrainingCustomer, phoneToken: string): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );

  app.addHook<Phone>('onRequest', async (request, reply) => {
    void reply.headers({
      'content-security-policy': CSP,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    if (!isOwnHost(request)) return sendError(reply, 403, 'Permission Denied');
    const isAsset =
      request.routeOptions.url === '/training/phone.js' || request.routeOptions.url === '/training/phone.css';
    if (!isAsset && !isSame(request.query.token ?? '', phoneToken))
      return sendError(reply, 403, 'Permission Denied');
    return undefined;
  });

  app.get('/training/phone.js', async (_request, reply) => reply.type('text/javascript').send(PHONE_SCRIPT));
  app.get('/training/phone.css', async (_request, reply) => reply.type('text/css').send(PHONE_STYLE));

  app.get<Phone>('/training/phone', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(phonePage(customer.orders(), phoneToken)),
  );

  app.post<Phone & { Params: { orderId: string } }>(
    '/training/orders/:orderId/act',
    async (request, reply) => {
      const isForm =
        request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
      const body = actBody.safeParse(request.body);
      const amount = body.success ? toAmount(body.data.amount) : null;
      if (!body.success || amount === null) return sendError(reply, 400, 'Bad request');
      const done = customer.act(request.params.orderId, body.data.act, amount);
      if (isForm) return reply.redirect(`/training/phone?token=${phoneToken}`, 303);
      if (!done.ok) return sendError(reply, done.error === 'not-found' ? 404 : 409, done.error);
      return done.value;
    },
  );
}

/** Returns an amount. Undefined if there is none. Null if it is not valid. */
function toAmount(given: number | string | null | undefined): Centavos | null | undefined {
  if (given === null || given === undefined || given === '') return undefined;
  const amount = typeof given === 'number' ? fromWireNumber(given) : parseReais(given);
  return amount.ok && amount.value > 0 ? amount.value : null;
}

function isOwnHost(request: FastifyRequest): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? '');
}
