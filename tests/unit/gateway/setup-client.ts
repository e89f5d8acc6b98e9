import {
  createGatewayClient,
  type GatewayClientOptions,
} from '../../../main/core/gateway/create-gateway-client.ts';
import type { NewOrder } from '../../../main/core/gateway/port.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { createFakeTransport, type Rule } from './fake-transport.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';
import { createDullRandom } from '../../support/random/dull-random.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';

export const CREDENTIALS = {
  accessKey: 'access-SECRET',
  secretKey: 'secret-SECRET',
  clientId: 'client-SECRET',
};

/** When the till's clock begins: noon in UTC, 23 November 2026. */
export const TILL_NOON = epochMs(Date.UTC(2026, 10, 23, 12));

/** A client on a virtual clock over a network of rules. */
export function setupClient(rules: readonly Rule[], options: Partial<GatewayClientOptions> = {}) {
  const clock = createVirtualClock(TILL_NOON);
  const { logger, records } = keptLogger(clock);
  const net = createFakeTransport(...rules);
  const client = createGatewayClient({
    baseUrl: 'https://gateway.test',
    credentials: CREDENTIALS,
    transport: net.transport,
    clock,
    random: createDullRandom(),
    logger,
    ...options,
  });
  return { client, clock, net, records };
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
