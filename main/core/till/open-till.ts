import { join } from 'node:path';
import type { Credentials, LedgerMemory } from '../../../shared/contract/main-port.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import { nameOfKeys } from '../directory/gateway-keys.ts';
import { createGatewayClient } from '../gateway/create-gateway-client.ts';
import type { VariableExpiryDetails } from '../gateway/order-body.ts';
import type { HttpTransport } from '../gateway/transport.ts';
import type { Interruption } from '../../../shared/domain/training/interruption.ts';
import { makeInterruptible } from '../gateway/training/interruptible-transport.ts';
import type { TrainingGateway } from '../gateway/training/start-training-gateway.ts';
import { openOutsideHead } from '../ledger/head/outside-head.ts';
import { createHeadSigner } from '../ledger/head/signed-head.ts';
import { openLedgerFile } from '../ledger/open-ledger.ts';
import type { StorageErrorCode } from '../ledger/storage-error.ts';
import type { Printers } from '../printing/transport-port.ts';
import type { HeadPorts } from './keep-head.ts';
import { createTill, type Till } from './till.ts';
import { addTrainingPeople } from '../directory/people/training-people.ts';

/** The data folder and the ports of a till. */
export interface TillEnvironment {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly transport: HttpTransport;
  readonly printers: Printers;
  /** Returns the id of production's ledger if it is known. No other ledger of production is opened then. */
  readonly ledgerId: () => string | undefined;
  /** What the vault knew of production's ledger at the start of the core. Null before the ledger's first day, and without a vault. */
  readonly ledgerMemory: LedgerMemory | null;
  /** The file that keeps the newest head of production's ledger. Null without windows. */
  readonly headFile: string | null;
}

/** A till and, in training, its embedded gateway. */
export interface OpenTill {
  readonly till: Till;
  readonly training: TrainingGateway | null;
  /** Interrupts the way to the embedded gateway. Null in production. */
  readonly interrupt: ((how: Interruption) => void) | null;
  /** Stops both. Resolves when the ledger is closed. */
  close(): Promise<void>;
}

/** Returns the shop as the buyer, because `/orderv` requires a buyer and a till does not ask for the customer's name. */
function buyerOf(till: Till): VariableExpiryDetails {
  const { shopName, shopDocument } = till.settings.get();
  return shopDocument === null ? {} : { buyer: { name: shopName, document: shopDocument } };
}

/** Returns where the heads of production's ledger are kept and signed. */
function headPorts({ headFile, ledgerMemory }: TillEnvironment): HeadPorts {
  const signingKey = ledgerMemory?.signingKey ?? null;
  const signer = signingKey === null ? null : createHeadSigner(signingKey);
  return {
    signer,
    outside: headFile === null ? null : openOutsideHead(headFile, signer),
    // On the ledger's first day the vault has no key for it yet. A head without a signature would count as forged later.
    keeps: ledgerMemory !== null,
  };
}

/**
 * Opens a till. With `credentials` it is the till of production at the real gateway, without them the till of training at the
 * embedded gateway. Fails with the storage error's code if the ledger cannot be opened.
 */
export async function openTill(
  environment: TillEnvironment,
  credentials: Credentials | null,
): Promise<Result<OpenTill, StorageErrorCode>> {
  const { dataDir, clock, random, logger } = environment;
  const mode = credentials === null ? 'training' : 'production';
  const folder = join(dataDir, mode);
  const ledgerId = mode === 'production' ? environment.ledgerId() : undefined;
  const file = openLedgerFile(folder, { mode, now: clock.now(), random, ledgerId });
  if (!file.ok) return file;

  const way = credentials === null ? makeInterruptible(environment.transport, clock) : null;
  const common = { transport: way?.transport ?? environment.transport, clock, random, logger };
  const startTraining = async (): Promise<TrainingGateway> => {
    // Loaded only in training, because it brings an HTTP server.
    const { startTrainingGateway } = await import('../gateway/training/start-training-gateway.ts');
    return startTrainingGateway({ clock, random, logger, dataFile: join(folder, 'training-gateway.json') });
  };
  const training = credentials === null ? await startTraining() : null;
  const access = credentials ?? training;
  if (access === null) throw new Error('neither credentials nor a training gateway');
  const gateway = createGatewayClient({
    ...common,
    baseUrl: access.baseUrl,
    credentials: training?.credentials ?? (access as Credentials),
    variableExpiry: () => training?.variableExpiry ?? buyerOf(till),
  });
  const till: Till = createTill({
    file: file.value,
    gateway,
    printers: environment.printers,
    clock,
    random,
    logger,
    heads: mode === 'production' ? headPorts(environment) : { outside: null, signer: null, keeps: false },
    keys: credentials === null ? null : nameOfKeys(credentials),
  });
  if (mode === 'training') await addTrainingPeople(till.operators);
  return ok({
    till,
    training,
    interrupt: way?.interrupt ?? null,
    async close() {
      await till.stop();
      await training?.close();
    },
  });
}
