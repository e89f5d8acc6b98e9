import { fastify, type FastifyError, type FastifyInstance } from 'fastify';
import type { Logger } from '../../../../shared/kernel/logger.ts';
import type { Random } from '../../../../shared/kernel/random.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import type { VariableExpiryDetails } from '../order-body.ts';
import type { GatewayCredentials } from '../session.ts';
import { CONNECTION_LIMITS, limitConnections } from '../../http/connection-limits.ts';
import { WITHOUT_SCHEMAS } from '../../http/without-schemas.ts';
import { sendError, type TrainingContext } from './context.ts';
import { createCustomer, type TrainingCustomer } from './customer.ts';
import type { Faults } from './faults.ts';
import { installFaults } from './install-faults.ts';
import { addListRoute } from './list-route.ts';
import { addLoginRoutes } from './login-routes.ts';
import { addNoticeRoute, addOrderRoutes } from './order-routes.ts';
import { openOrderStore } from './order-store.ts';
import { addPhoneRoutes } from './phone-routes.ts';
import { createTokens } from './tokens.ts';
import { TRAINING_SHOP, TRAINING_VARIABLE_EXPIRY } from './training-shop.ts';

export interface TrainingGatewayOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** The default is 0: a free port. */
  readonly port?: number;
  /** The file of the orders. Without it they are in memory and end with the process. */
  readonly dataFile?: string;
  readonly credentials?: GatewayCredentials;
  /** The life of a token. 14400 s by default (section 1.3). */
  readonly tokenSeconds?: number;
  readonly faults?: Faults;
  /**
   * True by default: requests must follow the published description to the letter. False reads numbers as the real gateway
   * evidently does: also as texts, and unit prices with more decimals or below zero.
   */
  readonly strict?: boolean;
}

export interface TrainingGateway {
  readonly baseUrl: string;
  readonly credentials: GatewayCredentials;
  /** The details that a client of this gateway sends with `/orderv`. */
  readonly variableExpiry: VariableExpiryDetails;
  readonly customer: TrainingCustomer;
  /** The page that plays the customer's phone, with its token. */
  readonly phoneUrl: string;
  /** Can be called twice. */
  close(): Promise<void>;
}

/**
 * Starts the embedded training gateway: a real HTTP server on 127.0.0.1 with the gateway's protocol. Its shop, wallets and
 * customer are invented. Rejects if the port is in use or `dataFile` cannot be used.
 */
export async function startTrainingGateway(options: TrainingGatewayOptions): Promise<TrainingGateway> {
  const { clock, random } = options;
  const credentials = options.credentials ?? {
    accessKey: secret(random, 16),
    secretKey: secret(random, 64),
    clientId: secret(random, 96),
  };
  const phoneToken = secret(random, 24);
  const store = openOrderStore(options.dataFile ?? null, () => clock.now());
  const customer = createCustomer(store, clock);
  const app = createServer(clock, options.logger.scoped('training'));
  const faultOf = installFaults(app, options.faults ?? (() => null), clock);
  const tokens = createTokens({
    clock,
    random,
    accessSeconds: options.tokenSeconds ?? 14_400,
    tillId: TRAINING_SHOP.tillId,
    customerId: TRAINING_SHOP.customerId,
  });
  const strict = options.strict ?? true;
  addRoutes(app, { clock, random, store, tokens, credentials, strict, faultOf }, customer, phoneToken);

  let closed: Promise<void> | null = null;
  const baseUrl = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  return {
    baseUrl,
    credentials,
    variableExpiry: TRAINING_VARIABLE_EXPIRY,
    customer,
    phoneUrl: `${baseUrl}/training/phone?token=${phoneToken}`,
    // The server cannot be closed twice.
    close: () => (closed ??= app.close().then(() => store.close())),
  };
}

function createServer(clock: Clock, logger: Logger): FastifyInstance {
  const app = fastify({
    ...CONNECTION_LIMITS,
    bodyLimit: 65_536,
    forceCloseConnections: true,
    schemaController: WITHOUT_SCHEMAS,
  });
  const connections = limitConnections(app.server);
  // Tills learn the gateway's clock from this header. The orders are dated by the same clock.
  app.addHook('onRequest', async (_request, reply) => {
    void reply.header('date', new Date(clock.now()).toUTCString());
  });
  // Many clients send an empty body with a JSON content type. It means no body.
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? null : JSON.parse(String(body)));
    } catch {
      done(Object.assign(new Error('Bad request'), { statusCode: 400 }));
    }
  });
  // The type of an empty body says nothing. Some clients send one with each DELETE.
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') done(null, null);
    else done(Object.assign(new Error('Unsupported Media Type'), { statusCode: 415 }));
  });
  app.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode < 400) connections.trust(request.raw.socket);
    const path = request.url.split('?', 1)[0] ?? '';
    // The training phone asks every two seconds. Its calls would hide the calls of the till in the log.
    if (path.startsWith('/training/')) return;
    logger.debug('call-answered', { method: request.method, path, status: reply.statusCode });
  });
  app.setNotFoundHandler((_request, reply) => sendError(reply, 404, 'Not Found'));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return sendError(reply, status, 'Bad request');
    logger.error('request-failed', { method: request.method, code: error.code ?? error.name });
    return sendError(reply, 500, 'Error creating the order');
  });
  return app;
}

function addRoutes(
  app: FastifyInstance,
  context: TrainingContext,
  customer: TrainingCustomer,
  phoneToken: string,
): void {
  addLoginRoutes(app, context);
  addNoticeRoute(app, context);
  // Each scope has its own guard.
  app.register(async (scope) => {
    addOrderRoutes(scope, context);
    addListRoute(scope, context);
  });
  app.register(async (scope) => addPhoneRoutes(scope, customer, phoneToken));
}

/** Returns random bytes in the alphabet of the gateway's keys (section 1.2). */
function secret(random: Random, bytes: number): string {
  return Buffer.from(random.bytes(bytes)).toString('base64url');
}
