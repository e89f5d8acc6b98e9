import { onTestFinished } from 'vitest';
import {
  createGatewayClient,
  type GatewayClientOptions,
} from '../../../main/core/gateway/create-gateway-client.ts';
import type { Gateway, NewOrder, OpenedOrder } from '../../../main/core/gateway/port.ts';
import type { Fault, FaultRequest } from '../../../main/core/gateway/training/faults.ts';
import {
  startTrainingGateway,
  type TrainingGateway,
  type TrainingGatewayOptions,
} from '../../../main/core/gateway/training/start-training-gateway.ts';
import { createUndiciTransport } from '../../../main/core/gateway/undici-transport.ts';
import { systemRandom } from '../../../main/core/boot/system-ports.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';
import { createVirtualClock, type VirtualClock } from '../../support/time/virtual-clock.ts';
import { aNewOrder, TILL_NOON } from '../../unit/gateway/setup-client.ts';

export interface TestTraining {
  readonly gateway: TrainingGateway;
  readonly client: Gateway;
  readonly clock: VirtualClock;
  /** What the training gateway was asked, in order. */
  readonly asked: FaultRequest[];
  /** What goes wrong from now on; null is nothing. */
  fault: ((request: FaultRequest) => Fault | null) | null;
  /** Makes an order, or fails the test. */
  open(changes?: Partial<NewOrder>): Promise<OpenedOrder>;
  /** One raw call with a token of its own, for answers that the client does not pass on. */
  raw(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown }>;
}

/** A till's client and the training gateway, over real HTTP and in virtual time; both end with the test. */
export async function setUpTraining(
  options: Partial<TrainingGatewayOptions> = {},
  clientOptions: Partial<GatewayClientOptions> = {},
): Promise<TestTraining> {
  const clock = createVirtualClock(TILL_NOON);
  const { logger } = keptLogger(clock);
  const asked: FaultRequest[] = [];
  const transport = createUndiciTransport();
  const gateway = await startTrainingGateway({
    clock,
    random: systemRandom,
    logger,
    faults: (request) => {
      asked.push(request);
      return till.fault?.(request) ?? null;
    },
    ...options,
  });
  const { baseUrl, credentials, variableExpiry } = gateway;
  const client = createGatewayClient({
    baseUrl,
    credentials,
    variableExpiry: () => variableExpiry,
    transport,
    clock,
    logger,
    random: systemRandom,
    pollFloorMs: 0,
    ...clientOptions,
  });
  onTestFinished(async () => {
    await transport.close();
    await gateway.close();
  });

  const till: TestTraining = {
    gateway,
    client,
    clock,
    asked,
    fault: null,
    open: async (changes = {}) => {
      const opened = await client.create(aNewOrder(changes));
      if (!opened.ok) throw new Error(`no order: ${JSON.stringify(opened.error)}`);
      return opened.value;
    },
    raw: async (method, path, body, headers = {}) => {
      const { accessKey, secretKey, clientId } = credentials;
      const keys = { access_key: accessKey, secret_key: secretKey, client_id: clientId };
      const login = await fetch(`${baseUrl}/pdvauth`, { method: 'POST', ...asJson(keys) });
      const { access_token } = (await login.json()) as { access_token: string };
      const sent = body === undefined ? { headers: {} } : asJson(body);
      const answer = await fetch(baseUrl + path, {
        method,
        ...sent,
        headers: { authorization: `Bearer ${access_token}`, ...sent.headers, ...headers },
      });
      return { status: answer.status, body: await answer.json() };
    },
  };
  return till;
}

/** Spoils the requests of one call, the first `times` of them. */
export function spoiling(
  method: string,
  pattern: RegExp,
  fault: Fault,
  times = Infinity,
): TestTraining['fault'] {
  let left = times;
  return (request) => (request.method === method && pattern.test(request.path) && left-- > 0 ? fault : null);
}

function asJson(body: unknown): { body: string; headers: Record<string, string> } {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
