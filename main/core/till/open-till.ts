import { join } from 'node:path';
import type { Credentials } from '../../../shared/contract/main-port.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import { createGatewayClient } from '../gateway/create-gateway-client.ts';
import type { VariableExpiryDetails } from '../gateway/order-body.ts';
import type { HttpTransport } from '../gateway/transport.ts';
import type { TrainingGateway } from '../gateway/training/start-training-gateway.ts';
import { stampOf } from '../ledger/backup/backups.ts';
import { openLedgerFile } from '../ledger/open-ledger.ts';
import type { StorageErrorCode } from '../ledger/storage-error.ts';
import type { Printers } from '../printing/transport-port.ts';
import { createTill, type Till } from './till.ts';
import { addTrainingPeople } from '../directory/people/training-people.ts';

export interface TillEnvironment {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly transport: HttpTransport;
  readonly printers: Printers;
}

/** A till and, in training, the gateway that it practises with. */
export interface OpenTill {
  readonly till: Till;
  readonly training: TrainingGateway | null;
  /** Ends both. The ledger is closed when it resolves. */
  close(): Promise<void>;
}

/** `/orderv` wants a buyer, and a till does not ask who the customer is: the shop itself stands there. */
function buyerOf(till: Till): VariableExpiryDetails {
  const { shopName, shopDocument } = till.settings.get();
  return shopDocument === null ? {} : { buyer: { name: shopName, document: shopDocument } };
}

/** Opens the ledger of a mode and connects it: to the real gateway with `credentials`, to the training one without. */
export async function openTill(
  environment: TillEnvironment,
  credentials: Credentials | null,
): Promise<Result<OpenTill, StorageErrorCode>> {
  const { dataDir, clock, random, logger, transport } = environment;
  const mode = credentials === null ? 'training' : 'production';
  const folder = join(dataDir, mode);
  const file = openLedgerFile(folder, stampOf(clock.now()));
  if (!file.ok) return file;

  const common = { transport, clock, random, logger };
  const practice = async (): Promise<TrainingGateway> => {
    // Most tills never practise, and with it comes an HTTP server.
    const { startTrainingGateway } = await import('../gateway/training/start-training-gateway.ts');
    return startTrainingGateway({ clock, random, logger, dataFile: join(folder, 'training-gateway.json') });
  };
  const training = credentials === null ? await practice() : null;
  const access = credentials ?? training;
  if (access === null) throw new Error('neither credentials nor a training gateway');
  const gateway = createGatewayClient({
    ...common,
    baseUrl: access.baseUrl,
    credentials: training?.credentials ?? (access as Credentials),
    variableExpiry: () => training?.variableExpiry ?? buyerOf(till),
  });
  const till: Till = createTill({
    mode,
    file: file.value,
    gateway,
    printers: environment.printers,
    clock,
    random,
    logger,
  });
  if (mode === 'training') await addTrainingPeople(till.operators);
  return ok({
    till,
    training,
    async close() {
      await till.stop();
      await training?.close();
    },
  });
}
