import type { Fault, FaultRequest } from '../../../main/core/gateway/training/faults.ts';
import {
  startTrainingGateway,
  type TrainingGateway,
} from '../../../main/core/gateway/training/start-training-gateway.ts';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import { keptLogger } from '../log/kept-logger.ts';

/** The gateway of a shop that is connected: a real server beside the app, which can be spoilt and unplugged. */
export interface ShopGateway {
  readonly baseUrl: string;
  readonly credentials: TrainingGateway['credentials'];
  /** What goes wrong from now on; null is nothing. */
  fault: ((request: FaultRequest) => Fault | null) | null;
  /** The newest order that a customer could see. */
  newestOrder(): ReturnType<TrainingGateway['customer']['orders']>[number];
  customer(): TrainingGateway['customer'];
  /** Nobody listens at its address any more. */
  unplug(): Promise<void>;
  /** Back at the same address, with the orders it had. */
  replug(): Promise<void>;
  close(): Promise<void>;
}

/** @param dataFile where orders are kept while nobody listens. */
export async function startShopGateway(dataFile: string): Promise<ShopGateway> {
  const own = { clock: systemClock, random: systemRandom, logger: keptLogger().logger, dataFile };
  const faults = (request: FaultRequest): Fault | null => shop.fault?.(request) ?? null;
  let server = await startTrainingGateway({ ...own, faults });
  const { baseUrl, credentials } = server;
  const port = Number(new URL(baseUrl).port);

  const shop: ShopGateway = {
    baseUrl,
    credentials,
    fault: null,
    newestOrder() {
      const [order] = server.customer.orders();
      if (order === undefined) throw new Error('the gateway has no order');
      return order;
    },
    customer: () => server.customer,
    unplug: () => server.close(),
    async replug() {
      server = await startTrainingGateway({ ...own, faults, credentials, port });
    },
    close: () => server.close(),
  };
  return shop;
}
