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
import { stampOf } from '../ledger/backup/backups.ts';
import { lockFolder } from '../ledger/folder-lock.ts';
import { owesGateway } from '../../../shared/domain/charge/owing.ts';
import { mayHaveManager } from '../ledger/backup/may-have-manager.ts';
import { restoreChosen, type ChosenRestore, type RestoreRefusal } from '../ledger/backup/restore-chosen.ts';
import { storageErrorCode, type StorageErrorCode } from '../ledger/storage-error.ts';
import type { Printers } from '../printing/transport-port.ts';
import { createExporter, type Exporter } from '../reports/export/exporter.ts';
import { oneAtATime } from '../../../shared/kernel/one-at-a-time.ts';
import { signForKeys, tellOfKeys } from './key-guard.ts';
import { openTill, type OpenTill } from './open-till.ts';
import type { Till } from './till.ts';

export interface CoreOptions {
  readonly dataDir: string;
  /** Null is training. */
  readonly credentials: Credentials | null;
  /** What shows the till on screens; null without windows. */
  readonly screens: Screens | null;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly transport: HttpTransport;
  readonly printers: Printers;
}

/** What shows the till at work, and what no till knows of itself. */
export interface Screens {
  /** Shows another till: the first one, or the next after a change between training and production. */
  attach(till: Till): void;
  /** The till is about to be closed: nothing of it is read any more, and the screens keep what they show. */
  detach(): void;
  /** A person has chosen between training and production. */
  setModeChosen(chosen: boolean): void;
  /** Where the training customer's phone is; null in production. */
  setTrainingPhone(url: string | null): void;
  /** Whether production, beside a till that trains, may have a manager who guards the keys. */
  setKeysGuarded(guarded: boolean): void;
}

/** The program that owns everything that must not be lost, whatever started it. */
export interface Core {
  /** The till at work. It is another one after `useCredentials`. */
  till(): Till;
  /** False while the till changes for another one: what is begun at the one that is left would stay behind with it. */
  atWork(): boolean;
  readonly exporter: Exporter;
  /** The training gateway, while it runs. */
  training(): TrainingGateway | null;
  playCustomer(
    chargeId: string,
    act: 'pay' | 'pay-late' | 'pay-other-amount' | 'nothing',
  ): Promise<'done' | 'not-training' | 'not-found' | 'not-payable'>;
  testCredentials(credentials: Credentials): Promise<ReplyOf<'gateway/test'>>;
  /** `managerPin` is that of a manager of production, needed once there is one. */
  useCredentials(credentials: Credentials | null, managerPin?: string): Promise<ReplyOf<'gateway/use'>>;
  /**
   * Puts a backup in the place of the ledger, and goes on with it as after a restart. `manager` and `reason` go into the
   * new ledger. Rejects when the disk takes nothing; the till goes on with what it had.
   */
  restoreBackup(
    name: string,
    manager: string,
    reason: string,
  ): Promise<Result<ChosenRestore, RestoreRefusal>>;
  /** Called with each till that goes to work, the present one first. */
  onTill(listener: (till: Till) => void): void;
  stop(): Promise<void>;
}

/** Opens the data folder for this process alone and puts a till to work. Training and real money never share a ledger. */
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
    // Production changes under a till of its own alone, so what is true when training begins stays true.
    if (next.till.mode === 'training') screens?.setKeysGuarded(mayHaveManager(production));
    screens?.attach(next.till);
    next.till.onChange((charge) => {
      if (charge !== null) exporter.makeWay();
    });
    screens?.setTrainingPhone(next.training?.phoneUrl ?? null);
    for (const listener of tillListeners) listener(next.till);
    // Nobody waits for the recovery here: the views say that it is under way, and the API answers meanwhile.
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

  /** Closes the till, does something while none is open, and puts the next one to work. */
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
        const { actor, tell, close } = signed.value;
        try {
          const stays = next === null && open.till.mode === 'training';
          // Orders of these keys can be cancelled with these keys alone. Checking a PIN takes its time, so this comes after it.
          if (!stays && open.till.ledger.charges.unresolved().some(owesGateway)) {
            return { ok: false, error: { code: 'unsettled-charge', message: 'a charge is not settled' } };
          }
          // Before the change, so that none goes untold: one entry too many harms nobody.
          tell(next === null ? 'removed' : open.till.mode === 'training' ? 'connected' : 'replaced', next);
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
          if (back.value.till.mode === 'production') tellOfKeys(back.value.till.ledger, 'kept', using, actor);
          return { ok: false, error: { code: 'storage-failed', message: opened.error } };
        });
      }),
    restoreBackup: (name, manager, reason) =>
      changeOver(async () => {
        const { folder } = open.till;
        const attempt = (): Result<ChosenRestore, RestoreRefusal> | { thrown: unknown } => {
          try {
            return restoreChosen(folder, name, stampOf(clock.now()));
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
            const told = { backup: name, salvaged, lost, setAside: basename(setAside), reason };
            again.value.till.ledger.record('ledger-restored', told, manager);
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
