import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Credentials, LedgerMemory } from '../../../shared/contract/main-port.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import { liveAttempt } from '../../../shared/domain/charge/charge.ts';
import { removeIfFree } from '../../files/file-operations.ts';
import { createGatewayClient } from '../gateway/create-gateway-client.ts';
import type { Gateway } from '../gateway/port.ts';
import type { HttpTransport } from '../gateway/transport.ts';
import type { Interruption } from '../../../shared/domain/training/interruption.ts';
import type { TrainingGateway } from '../gateway/training/start-training-gateway.ts';
import { openProgramTokens, type ProgramTokens } from '../directory/programs/program-tokens.ts';
import { lockFolder } from '../ledger/folder-lock.ts';
import { managersOf } from '../ledger/backup/managers-of.ts';
import { closeToOthers } from '../ledger/own-folder.ts';
import { storageErrorCode, type StorageErrorCode } from '../ledger/storage-error.ts';
import type { Printers } from '../printing/transport-port.ts';
import { createExporter, type Exporter } from '../reports/export/exporter.ts';
import { oneAtATime } from '../../../shared/kernel/one-at-a-time.ts';
import { openTill, type OpenTill } from './open-till.ts';
import { productionIn, type Production } from './production-books.ts';
import type { Till } from './till.ts';

/** What a core is started with. */
export interface CoreOptions {
  readonly dataDir: string;
  /** Null for training. */
  readonly credentials: Credentials | null;
  /** What the vault knows of production's ledger. Null without a vault. */
  readonly ledgerMemory: LedgerMemory | null;
  /** The file outside the data folder that keeps the newest head of production's ledger. Null without windows. */
  readonly headFile: string | null;
  /** Shows the till on screens. Null without windows. */
  readonly screens: Screens | null;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly transport: HttpTransport;
  readonly printers: Printers;
}

/** The screens of the core: the open till, and facts that the till does not know. */
export interface Screens {
  /** Shows a till: the first one, or the next one after a change between training and production. */
  attach(till: Till): void;
  /** Stops reading the till, which is about to close. The screens keep what they show. */
  detach(): void;
  /** Sets whether a person has chosen between training and production. */
  setModeChosen(chosen: boolean): void;
  /** Sets the URL of the training phone. Null in production. */
  setTrainingPhone(url: string | null): void;
  /** Sets the managers of production while the till is in training: one of them signs a change of the credentials. */
  setProductionManagers(managers: ReturnType<typeof managersOf>): void;
}

/** The process that owns the ledger and talks to the gateway, with windows or without. */
export interface Core {
  /** Returns the open till. After `openWith` or `whileClosed` it is another one. */
  till(): Till;
  /** False while one till closes and the next one opens. A charge that is created then would be in the ledger of the closing till. */
  atWork(): boolean;
  readonly exporter: Exporter;
  /** The tokens of the programs that may use the local API, in training and in production. */
  readonly programs: ProgramTokens;
  /** Returns the training gateway, or null in production. */
  training(): TrainingGateway | null;
  /** Plays the customer in training, for the live order of a charge. */
  playCustomer(
    chargeId: string,
    act: 'pay' | 'pay-late' | 'pay-other-amount' | 'pay-twice' | 'nothing',
  ): Promise<'done' | 'not-training' | 'not-found' | 'not-payable'>;
  /** Interrupts the way to the training gateway for 30 s. False in production. */
  interruptTraining(how: Interruption): boolean;
  /** The ledger and the people of production, also while the till is in training. */
  readonly production: Production;
  /** Returns a client of the gateway at this address that stores nothing, to try credentials with. */
  gatewayOf(baseUrl: string, credentials: Credentials): Pick<Gateway, 'login' | 'wallets'>;
  /** Returns the credentials in use. Null in training. */
  credentials(): Credentials | null;
  /** Runs changes of the till one at a time. Nothing else of the till waits for them. */
  alone<T>(change: () => Promise<T>): Promise<T>;
  /**
   * Closes the till and opens the till of these credentials. Null opens training. If it cannot be opened, opens the till before
   * again and returns the code of the storage error. Call it inside `alone`.
   */
  openWith(credentials: Credentials | null): Promise<Result<void, StorageErrorCode>>;
  /**
   * Closes the till, runs `work` and opens the till again, also if `work` throws. Then returns or throws what `work` did. Call it
   * inside `alone`.
   */
  whileClosed<T>(work: () => T): Promise<T>;
  /** Records that a person has chosen between training and production. */
  modeChosen(): void;
  /** Calls `listener` with the open till at once, and with each till that opens later. */
  onTill(listener: (till: Till) => void): void;
  /** Closes the till and unlocks the data folder. */
  stop(): Promise<void>;
}

/**
 * Locks the data folder for this process and opens a till. Training and production have separate ledgers. Fails with the
 * storage error's code if the folder or the ledger cannot be opened.
 */
export async function startCore(options: CoreOptions): Promise<Result<Core, StorageErrorCode>> {
  const { dataDir, clock, random, logger, screens } = options;
  const taken = takeFolder(options);
  if (!taken.ok) return taken;
  const { release, programs, isPrivate } = taken.value;
  const exporter = createExporter(dataDir, clock, random, logger.scoped('reports'));
  const tillListeners: ((till: Till) => void)[] = [];
  if (!isPrivate) {
    logger.warn('folder-rights-unknown');
    tillListeners.push(({ notices }) => notices.add('folder-rights-unknown', dataDir));
  }
  const production = join(dataDir, 'production');
  let knownLedger = options.ledgerMemory?.id;
  const environment = { ...options, ledgerId: () => knownLedger };

  let open: OpenTill;
  const work = (next: OpenTill): void => {
    open = next;
    const { identity, ledgerId } = next.till;
    if (identity.mode === 'production') knownLedger ??= ledgerId;
    // Only a till of production changes production's ledger, so this does not change while the till is in training.
    if (identity.mode === 'training') screens?.setProductionManagers(managersOf(production));
    screens?.attach(next.till);
    next.till.onChange((charge) => {
      if (charge !== null) exporter.makeWay();
    });
    screens?.setTrainingPhone(next.training?.phoneUrl ?? null);
    for (const listener of tillListeners) listener(next.till);
    // Does not wait for the recovery. The views show that it is under way, and the API answers meanwhile.
    void next.till.start();
  };

  const first = await openTill(environment, options.credentials);
  if (!first.ok) {
    release();
    return first;
  }
  work(first.value);
  let using = options.credentials;
  let leaving = false;
  const alone = oneAtATime();

  /** Closes the till and runs `change` while no till is open. `change` opens the next one. */
  const leave = async <T>(change: () => Promise<T>): Promise<T> => {
    leaving = true;
    screens?.detach();
    await open.close();
    try {
      return await change();
    } finally {
      leaving = false;
    }
  };

  /** Opens the till again that `leave` has closed. */
  const reopen = async (): Promise<void> => {
    const again = await openTill(environment, using);
    if (!again.ok) throw new Error(`the till cannot be opened again: ${again.error}`);
    work(again.value);
  };

  return ok({
    till: () => open.till,
    atWork: () => !leaving,
    exporter,
    programs,
    training: () => open.training,
    onTill(listener) {
      tillListeners.push(listener);
      listener(open.till);
    },
    async playCustomer(chargeId, act) {
      const { till, training } = open;
      if (training === null) return 'not-training';
      const charge = till.ledger.charges.byId(chargeId);
      const orderId = charge === null ? null : (liveAttempt(charge)?.orderId ?? null);
      if (orderId === null) return 'not-found';
      const played = training.customer.act(orderId, act);
      return played.ok ? 'done' : played.error;
    },
    interruptTraining(how) {
      open.interrupt?.(how);
      return open.interrupt !== null;
    },
    production: productionIn(production, () => open.till, environment),
    gatewayOf: (baseUrl, credentials) =>
      createGatewayClient({
        baseUrl,
        credentials,
        transport: options.transport,
        clock,
        random,
        logger,
      }),
    credentials: () => using,
    alone,
    openWith: (credentials) =>
      leave(async () => {
        const opened = await openTill(environment, credentials);
        if (!opened.ok) {
          await reopen();
          return opened;
        }
        using = credentials;
        screens?.setModeChosen(true);
        work(opened.value);
        return ok(undefined);
      }),
    whileClosed: (act) =>
      leave(async () => {
        try {
          return act();
        } finally {
          await reopen();
        }
      }),
    modeChosen: () => screens?.setModeChosen(true),
    async stop() {
      screens?.detach();
      await exporter.stop();
      await open.close();
      release();
    },
  });
}

/** What a core has of its data folder before it opens a till. */
interface TakenFolder {
  /** Unlocks the folder. */
  readonly release: () => void;
  readonly programs: ProgramTokens;
  /** False if the system does not say who has rights in the folder. */
  readonly isPrivate: boolean;
}

/** Makes and locks the data folder, and reads the tokens of programs. */
function takeFolder({
  dataDir,
  random,
  clock,
}: Pick<CoreOptions, 'dataDir' | 'random' | 'clock'>): Result<TakenFolder, StorageErrorCode> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const closed = closeToOthers(dataDir);
    if (closed === 'of-others') return err('folder-of-others');
    const release = lockFolder(dataDir);
    if (release === null) return err('in-use');
    // The file is left from a till that was killed. Another process may have its port now, and programs would call that one.
    removeIfFree(join(dataDir, 'api.json'));
    try {
      const programs = openProgramTokens(dataDir, random, clock);
      return ok({ release, programs, isPrivate: closed === 'closed' });
    } catch (error) {
      release();
      throw error;
    }
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === null) throw error;
    return err(code);
  }
}
