import {
  createGatewayClient,
  type GatewayClientOptions,
} from '../../../main/core/gateway/create-gateway-client.ts';
import type { NewOrder } from '../../../main/core/gateway/port.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import type { Logger, LogFields } from '../../../shared/kernel/logger.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import { createFakeTransport, type Rule } from './fake-transport.ts';
import { createVirtualClock } from './virtual-clock.ts';

export const CREDENTIALS = {
  accessKey: 'access-SECRET',
  secretKey: 'secret-SECRET',
  clientId: 'client-SECRET',
};

/** Half of everything: no jitter. */
const evenRandom: Random = { fraction: () => 0.5, bytes: (length) => new Uint8Array(length).fill(7) };

/** Remembers every line as text. */
export function createMemoryLogger(lines: string[] = []): Logger & { readonly lines: string[] } {
  const write = (event: string, fields?: LogFields): void => {
    lines.push(`${event} ${JSON.stringify(fields ?? {})}`);
  };
  return {
    lines,
    debug: write,
    info: write,
    warn: write,
    error: write,
    scoped: () => createMemoryLogger(lines),
  };
}

/** A client on a virtual clock over a network of rules. */
export function setupClient(rules: readonly Rule[], options: Partial<GatewayClientOptions> = {}) {
  const clock = createVirtualClock();
  const logger = createMemoryLogger();
  const net = createFakeTransport(...rules);
  const client = createGatewayClient({
    baseUrl: 'https://gateway.test',
    credentials: CREDENTIALS,
    transport: net.transport,
    clock,
    random: evenRandom,
    logger,
    ...options,
  });
  return { client, clock, net, logger };
}

export const ORDER_ID = '652f385f-91f4-48cd-8e56-1fc6dec21526';

/** A Pix order of R$ 12,30. */
export const aNewOrder = (changes: Partial<NewOrder> = {}): NewOrder => ({
  orderRef: 'caixa1-0001-1',
  wallet: 'pix',
  pixDictKey: null,
  pixPsp: null,
  total: centavos(1230),
  title: 'Venda',
  family: 'order',
  expirationSeconds: 600,
  ...changes,
});
