import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Credentials } from '../../../shared/contract/main-port.ts';
import type { ReplyOf } from '../../../shared/contract/index.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import { liveAttempt } from '../../../shared/domain/charge/charge.ts';
import { checkBaseUrl } from '../gateway/base-urls.ts';
import { createGatewayClient } from '../gateway/create-gateway-client.ts';
import type { HttpTransport } from '../gateway/transport.ts';
import type { TrainingGateway } from '../gateway/training/start-training-gateway.ts';
import { lockFolder } from '../ledger/folder-lock.ts';
import { owesGateway } from '../../../shared/domain/charge/owing.ts';
import { mayHaveManager } from '../ledger/backup/may-have-manager.ts';
import { restoreChosen, type ChosenRestore, type RestoreRefusal } from '../ledger/backup/restore-chosen.ts';
import { storageErrorCode, type StorageErrorCode } from '../ledger/storage-error.ts';
import type { Printers } from '../printing/transport-port.ts';
import { createExporter, type Exporter } from '../reports/export/exporter.ts';
import { oneAtATime } from '../../../shared/kernel/one-at-a-time.ts';
import { signForKeys, recordKeyChange } from './key-guard.ts';
import { openTill, type OpenTill } from './open-till.ts';
import type { Till } from './till.ts';

/** What a core is started with. */
export interface CoreOptions {
  readonly dataDir: string;
  /** Null for training. */
  readonly credentials: Credentials | null;
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
  /** Sets whether a change of the credentials needs a PIN while the till is in training: production may have a manager. */
  setKeysGuarded(guarded: boolean): void;
}

/** The process that owns the ledger and talks to the gateway, with windows or without. */
export interface Core {
  /** Returns the open till. After `useCredentials` or `restoreBackup` it is another one. */
  till(): Till;
  /** False while one till closes and the next one opens. A charge that is begun then would be in the ledger of the closing till. */
  atWork(): boolean;
  readonly exporter: Exporter;
  /** Returns the training gateway, or null in production. */
  training(): TrainingGateway | null;
  /** Plays the customer in training, for the live order of a charge. */
  playCustomer(
    chargeId: string,
    act: 'pay' | 'pay-late' | 'pay-other-amount' | 'nothing',
  ): Promise<'done' | 'not-training' | 'not-found' | 'not-payable'>;
  /** Logs in once with these credentials and counts the wallets. Stores nothing. */
  testCredentials(credentials: Credentials): Promise<ReplyOf<'gateway/test'>>;
  /**
   * Closes the till and opens the one of these credentials. Null opens training. Refuses with `unsettled-charge` while an
   * order may need the present credentials.
   *
   * @param managerPin the PIN of a manager of production. Required once production has a manager.
   */
  useCredentials(credentials: Credentials | null, managerPin?: string): Promise<ReplyOf<'gateway/use'>>;
  /**
   * Replaces the ledger by a backup and opens the till again. Records `manager` and `reason` in the new ledger. Rejects if
   * the disk takes nothing. The till then opens again with the ledger that it had.
   */
  restoreBackup(
    name: string,
    manager: string,
    reason: string,
  ): Promise<Result<ChosenRestore, RestoreRefusal>>;
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
  const release = takeFolder(dataDir);
  if (!release.ok) return release;
  const exporter = createExporter(dataDir, clock, random, logger.scoped('reports'));
  const tillListeners: ((till: Till) => void)[] = [];
  const production = join(dataDir, 'production');

  let open: OpenTill;
  const work = (next: OpenTill): void => {
    open = next;
    // Only a till of production changes production's ledger, so this does not change while the till is in training.
    if (next.till.identity.mode === 'training') screens?.setKeysGuarded(mayHaveManager(production));
    screens?.attach(next.till);
    next.till.onChange((charge) => {
      if (charge !== null) exporter.makeWay();
    });
    screens?.setTrainingPhone(next.training?.phoneUrl ?? null);
    for (const listener of tillListeners) listener(next.till);
    // Does not wait for the recovery. The views show that it is under way, and the API answers meanwhile.
    void next.till.start();
  };

  const first = await openTill(options, options.credentials);
  if (!first.ok) {
    release.value();
    return first;
  }
  work(first.value);
  let using = options.credentials;
  let leaving = false;
  const changeOver = oneAtATime();

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

  return ok({
    till: () => open.till,
    atWork: () => !leaving,
    exporter,
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
    async testCredentials(credentials) {
      const baseUrl = checkBaseUrl(credentials.baseUrl);
      if (!baseUrl.ok) return { ok: false, error: { code: 'bad-url', message: baseUrl.error } };
      const gateway = createGatewayClient({
        baseUrl: baseUrl.value,
        credentials,
        transport: options.transport,
        clock,
        random,
        logger,
      });
      const login = await gateway.login();
      const listed = login.ok ? await gateway.wallets() : login;
      if (listed.ok) return { ok: true, value: { wallets: listed.value.length } };
      const code =
        listed.error.kind === 'unreachable'
          ? 'unreachable'
          : listed.error.kind === 'refused' &&
              (listed.error.reason === 'credentials' || listed.error.reason === 'permission')
            ? 'credentials-refused'
            : 'gateway-trouble';
      return { ok: false, error: { code, message: listed.error.kind } };
    },
    useCredentials: (credentials, managerPin) =>
      changeOver(async () => {
        const mode = credentials === null ? 'training' : 'production';
        const baseUrl = credentials === null ? null : checkBaseUrl(credentials.baseUrl);
        if (baseUrl?.ok === false) return { ok: false, error: { code: 'bad-url', message: baseUrl.error } };
        const next =
          credentials === null || baseUrl === null ? null : { ...credentials, baseUrl: baseUrl.value };
        const signed = await signForKeys(open.till, production, next !== null, managerPin, options);
        if (!signed.ok) {
          const { code, ...details } = signed.error;
          return { ok: false, error: { code, message: code, details } };
        }
        const { actor, record, close } = signed.value;
        try {
          const stays = next === null && open.till.identity.mode === 'training';
          // An order can be cancelled only with the credentials that made it. Checked after the PIN, because checking a PIN takes
          // time in which a charge can begin.
          if (!stays && open.till.ledger.charges.unresolved().some(owesGateway)) {
            return { ok: false, error: { code: 'unsettled-charge', message: 'a charge is not settled' } };
          }
          // Recorded before the change, so that each change is in the diary. An entry without a change does no harm.
          record(
            next === null ? 'removed' : open.till.identity.mode === 'training' ? 'connected' : 'replaced',
            next,
          );
          if (stays) {
            screens?.setModeChosen(true);
            return { ok: true, value: { mode } };
          }
        } finally {
          close();
        }
        return leave(async () => {
          const opened = await openTill(options, next);
          if (opened.ok) {
            using = next;
            screens?.setModeChosen(true);
            work(opened.value);
            return { ok: true, value: { mode } };
          }
          const back = await openTill(options, using);
          if (!back.ok) throw new Error(`the till before cannot be opened again: ${back.error}`);
          work(back.value);
          if (back.value.till.identity.mode === 'production')
            recordKeyChange(back.value.till.ledger, 'kept', using, actor);
          return { ok: false, error: { code: 'storage-failed', message: opened.error } };
        });
      }),
    restoreBackup: (name, manager, reason) =>
      changeOver(async () => {
        const { folder, identity } = open.till;
        const attempt = (): Result<ChosenRestore, RestoreRefusal> | { thrown: unknown } => {
          try {
            return restoreChosen(folder, name, { mode: identity.mode, now: clock.now() });
          } catch (thrown) {
            return { thrown };
          }
        };
        return leave(async () => {
          const restored = attempt();
          const again = await openTill(options, using);
          if (!again.ok) throw new Error(`the ledger cannot be opened again: ${again.error}`);
          work(again.value);
          if ('thrown' in restored) throw restored.thrown;
          if (restored.ok) {
            const { salvaged, lost, setAside } = restored.value;
            const body = { backup: name, salvaged, lost, setAside: basename(setAside), reason };
            again.value.till.ledger.record('ledger-restored', body, manager);
          }
          return restored;
        });
      }),
    async stop() {
      screens?.detach();
      await exporter.stop();
      await open.close();
      release.value();
    },
  });
}

function takeFolder(dataDir: string): Result<() => void, StorageErrorCode> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const release = lockFolder(dataDir);
    return release === null ? err('in-use') : ok(release);
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === null) throw error;
    return err(code);
  }
}
