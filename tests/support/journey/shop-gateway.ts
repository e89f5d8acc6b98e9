import type { Fault, FaultRequest } from '../../../main/core/gateway/training/faults.ts';
import {
  startTrainingGateway,
  type TrainingGateway,
} from '../../../main/core/gateway/training/start-training-gateway.ts';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import { keptLogger } from '../log/kept-logger.ts';

/** The gateway of a connected shop: a real server beside the app, with faults that the test chooses. */
export interface ShopGateway {
  readonly baseUrl: string;
  readonly credentials: TrainingGateway['credentials'];
  /** Sets the fault of the next requests. Null: none. */
  fault: ((request: FaultRequest) => Fault | null) | null;
  /** Returns the newest order that a customer could see. */
  newestOrder(): ReturnType<TrainingGateway['customer']['orders']>[number];
  customer(): TrainingGateway['customer'];
  /** Stops the server at its address. */
  unplug(): Promise<void>;
  /** Starts it again at the same address, with its orders. */
  replug(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the gateway.
 *
 * @param dataFile the file of the orders while the server is stopped.
 */
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
