import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Credentials } from '../../shared/contract/main-port.ts';
import type { ReplyOf } from '../../shared/contract/index.ts';
import type { Logger } from '../../shared/kernel/logger.ts';
import type { Random } from '../../shared/kernel/random.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Clock } from '../../shared/kernel/time.ts';
import { liveAttempt } from '../../shared/domain/charge/charge.ts';
import { GATEWAY_BASE_URLS, checkBaseUrl } from './gateway/base-urls.ts';
import { createGatewayClient } from './gateway/create-gateway-client.ts';
import type { HttpTransport } from './gateway/transport.ts';
import { startTrainingGateway, type TrainingGateway } from './gateway/training/start-training-gateway.ts';
import { lockFolder } from './ledger/folder-lock.ts';
import { openLedgerFile } from './ledger/open-ledger.ts';
import { storageErrorCode, type StorageErrorCode } from './ledger/storage-error.ts';
import { createPresenter, type Presenter } from './presenter/presenter.ts';
import { createTill, type Till } from './till.ts';
import { addTrainingPeople } from './training-people.ts';

export { GATEWAY_BASE_URLS };

export interface CoreOptions {
  readonly dataDir: string;
  /** Null is training. */
  readonly credentials: Credentials | null;
  readonly modeChosen: boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly transport: HttpTransport;
}

/** The program that owns everything that must not be lost, whatever started it. */
export interface Core {
  /** The till at work. It is another one after `useCredentials`. */
  till(): Till;
  readonly presenter: Presenter;
  /** The training gateway, while it runs. */
  training(): TrainingGateway | null;
  playCustomer(chargeId: string, act: 'pay' | 'pay-late' | 'pay-other-amount' | 'nothing'): Promise<'done' | 'not-training' | 'not-found' | 'not-payable'>;
  testCredentials(credentials: Credentials): Promise<ReplyOf<'gateway/test'>>;
  useCredentials(credentials: Credentials | null): Promise<ReplyOf<'gateway/use'>>;
  /** Called with each till that goes to work, the present one first. */
  onTill(listener: (till: Till) => void): void;
  stop(): Promise<void>;
}

/** Opens the data folder for this process alone and puts a till to work. Training and real money never share a ledger. */
export async function startCore(options: CoreOptions): Promise<Result<Core, StorageErrorCode>> {
  const { dataDir, clock, random, logger } = options;
  const release = takeFolder(dataDir);
  if (!release.ok) return release;
  const presenter = createPresenter(clock, options.modeChosen);
  const tillListeners: ((till: Till) => void)[] = [];
  let training: TrainingGateway | null = null;
  let till: Till;

  const openTill = async (credentials: Credentials | null): Promise<Result<Till, StorageErrorCode>> => {
    const mode = credentials === null ? 'training' : 'production';
    const folder = join(dataDir, mode);
    const stamp = new Date(clock.now()).toISOString().replaceAll(/[:.]/g, '-');
    const file = openLedgerFile(folder, stamp);
    if (!file.ok) return file;
    training = credentials === null ? await startTrainingGateway({ clock, random, logger, dataFile: join(folder, 'training-gateway.json') }) : null;
    const access = credentials ?? { ...training!.credentials, baseUrl: training!.baseUrl };
    const gateway = createGatewayClient({ baseUrl: access.baseUrl, credentials: access, transport: options.transport, clock, random, logger });
    const next = createTill({ mode, file: file.value, gateway, clock, random, logger });
    if (mode === 'training') await addTrainingPeople(next.operators);
    presenter.setTrainingPhone(training?.phoneUrl ?? null);
    return ok(next);
  };

  const work = (next: Till): Promise<void> => {
    till = next;
    presenter.attach(next);
    for (const listener of tillListeners) listener(next);
    return next.start();
  };

  const leave = async (): Promise<void> => {
    await till.stop();
    await training?.close();
  };

  const first = await openTill(options.credentials);
  if (!first.ok) {
    release.value();
    return first;
  }
  // Nobody waits for the recovery here: the views say that it is under way, and the API answers meanwhile.
  void work(first.value);

  return ok({
    till: () => till,
    presenter,
    training: () => training,
    onTill(listener) {
      tillListeners.push(listener);
      listener(till);
    },
    async playCustomer(chargeId, act) {
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
      const gateway = createGatewayClient({ baseUrl: baseUrl.value, credentials, transport: options.transport, clock, random, logger });
      const login = await gateway.login();
      const listed = login.ok ? await gateway.wallets() : login;
      if (listed.ok) return { ok: true, value: { wallets: listed.value.length } };
      const code =
        listed.error.kind === 'unreachable'
          ? 'unreachable'
          : listed.error.kind === 'refused' && (listed.error.reason === 'credentials' || listed.error.reason === 'permission')
            ? 'credentials-refused'
            : 'gateway-trouble';
      return { ok: false, error: { code, message: listed.error.kind } };
    },
    async useCredentials(credentials) {
      const mode = credentials === null ? 'training' : 'production';
      presenter.setModeChosen(true);
      if (credentials === null && till.mode === 'training') return { ok: true, value: { mode } };
      if (till.ledger.charges.waiting(till.settings.get().tillName) !== null) {
        return { ok: false, error: { code: 'unsettled-charge', message: 'a charge waits for its operator' } };
      }
      const baseUrl = credentials === null ? null : checkBaseUrl(credentials.baseUrl);
      if (baseUrl?.ok === false) return { ok: false, error: { code: 'bad-url', message: baseUrl.error } };
      await leave();
      const next = await openTill(credentials === null || baseUrl === null ? null : { ...credentials, baseUrl: baseUrl.value });
      if (!next.ok) return { ok: false, error: { code: 'storage-failed', message: next.error } };
      void work(next.value);
      return { ok: true, value: { mode } };
    },
    async stop() {
      await leave();
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
