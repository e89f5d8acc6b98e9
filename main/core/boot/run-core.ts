import type { FatalCode, StartOrder } from '../../../shared/rpc/core-process.ts';
import type { PortRole } from '../../../shared/contract/define.ts';
import type { FramePort } from '../../../shared/rpc/frames.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Cancel } from '../../../shared/kernel/time.ts';
import { serve } from '../../../shared/rpc/server.ts';
import type { Api } from '../api/start-api.ts';
import { createUndiciTransport } from '../gateway/undici-transport.ts';
import { programsHoldingData } from '../ledger/programs-holding.ts';
import type { StorageErrorCode } from '../ledger/storage-error.ts';
import { createPrinters } from '../printing/transports/create-printers.ts';
import { createHandlers, sourcesOf } from '../rpc/handlers.ts';
import { createPresenter, type Presenter } from '../rpc/views/presenter.ts';
import { startCore, type Core } from '../till/core.ts';
import { createLogger } from './core-logger.ts';
import { endProcess } from './end-process.ts';
import { nameHolder } from './folder-holder.ts';
import { ownProcess } from './own-process.ts';
import { connectToParent } from './process/parent-port.ts';
import { systemClock, systemRandom } from './system-ports.ts';

/** The longest wait for the cashier's first view, ms. Without a window the core does all its other work too. */
const WINDOW_FIRST_MS = 2_000;

/** A core at work and what shows it in windows. */
interface WindowCore {
  readonly core: Core;
  readonly presenter: Presenter;
}

const FATAL: Record<StorageErrorCode, FatalCode> = {
  'disk-full': 'disk-full',
  'read-only': 'data-folder-read-only',
  'too-many-files': 'too-many-files',
  'from-the-future': 'database-from-future',
  'other-mode': 'database-of-other-mode',
  'ledger-gone': 'ledger-gone',
  'folder-of-others': 'data-folder-of-others',
  'in-use': 'data-folder-locked',
  'held-by-another-program': 'held-by-another-program',
  busy: 'held-by-another-program',
  damaged: 'internal',
  'io-error': 'internal',
};

/** Runs the core as the app starts it: in a process of its own, talking to main and, through ports, to the windows. */
export function runCore(): void {
  // Every file of the core is its owner's alone, SQLite's too.
  process.umask(0o077);
  const logger = createLogger((record) => parent.log(record), systemClock);
  const started = Promise.withResolvers<WindowCore>();
  const firstView = Promise.withResolvers<void>();
  let api: Promise<Api | null> = Promise.resolve(null);
  let isStopping = false;
  const printers = createPrinters(systemClock);

  const parent = connectToParent({
    onStart: (order) => void begin(order),
    onPort: (port, role) =>
      servePort(started.promise, role === 'cashier' ? tellPost(port, firstView.resolve) : port, role, logger),
    onResumed: () => void started.promise.then(({ core }) => core.till().woke()),
    onShutdown: () => void shutDown(),
  });

  process.on('uncaughtException', (bug) => {
    // Bugs end the process: main starts it again and every unsettled charge is found.
    logger.error('core-crashed', { detail: bug.stack ?? bug.message });
    setTimeout(() => endProcess(70, printers.hasCallsUnderWay()), 50);
  });

  const begin = async (order: StartOrder): Promise<void> => {
    systemClock.after(WINDOW_FIRST_MS, firstView.resolve);
    const transport = createUndiciTransport();
    const presenter = createPresenter(systemClock, order.modeChosen);
    const core = await startCore({
      dataDir: order.dataDir,
      credentials: order.credentials,
      ledgerMemory: order.ledger,
      headFile: order.headFile,
      screens: presenter,
      clock: systemClock,
      random: systemRandom,
      logger,
      // The first request loads undici, and a view would wait for that.
      transport: (request) => firstView.promise.then(() => transport(request)),
      printers,
    });
    if (!core.ok) {
      const programs =
        core.error === 'held-by-another-program' ? await programsHoldingData(order.dataDir) : [];
      parent.fatal(FATAL[core.error], [core.error, ...programs].join(', '));
      setTimeout(() => process.exit(1), 50);
      return;
    }
    nameHolder(order.dataDir, logger);
    core.value.onTill(({ identity, ledgerId }) => {
      if (identity.mode === 'production') parent.ledger(ledgerId);
      parent.trainingPhone(core.value.training()?.phoneUrl ?? null);
    });
    started.resolve({ core: core.value, presenter });
    parent.ready();
    api = firstView.promise.then(() =>
      isStopping ? null : serveApi(core.value, order, parent.stopAsked, logger),
    );
  };

  const shutDown = async (): Promise<void> => {
    const { core } = await started.promise;
    isStopping = true;
    firstView.resolve();
    await (await api)?.close();
    await core.stop();
    endProcess(0, printers.hasCallsUnderWay());
  };
}

/** Serves the shop's own software beside the windows. Null when that cannot be: the till sells without it. */
async function serveApi(
  core: Core,
  order: StartOrder,
  stop: () => void,
  logger: Logger,
): Promise<Api | null> {
  // Loaded here and not with the core, because the windows would wait for it.
  const { startApi } = await import('../api/start-api.ts');
  const { dataDir, version, apiPort: port } = order;
  const served = await startApi({
    core,
    dataDir,
    version,
    port,
    process: ownProcess,
    stop,
    clock: systemClock,
    logger,
  });
  if (served.ok) return served.value;
  logger.error('api-not-served', { code: served.error });
  return null;
}

/** Returns the same port, which also reports what is posted. */
function tellPost(port: FramePort, posted: () => void): FramePort {
  return {
    ...port,
    post(frame) {
      port.post(frame);
      posted();
    },
  };
}

/** Serves a window's port. Frames that come before the core is ready wait in the port. */
function servePort(started: Promise<WindowCore>, port: FramePort, role: PortRole, logger: Logger): Cancel {
  let stop: Cancel | null = null;
  let gone = false;
  void started.then(({ core, presenter }) => {
    const sources = sourcesOf(presenter, core.exporter);
    if (!gone) stop = serve(port, role, createHandlers(core), sources, logger.scoped('rpc'));
  });
  return () => {
    gone = true;
    stop?.();
  };
}
