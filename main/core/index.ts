import type { StartOrder, FatalCode } from '../../shared/rpc/core-process.ts';
import type { Role } from '../../shared/contract/define.ts';
import type { FramePort } from '../../shared/rpc/frames.ts';
import type { Cancel } from '../../shared/kernel/time.ts';
import { serve } from '../../shared/rpc/server.ts';
import type { Api } from './api/start-api.ts';
import { startCore, type Core } from './core.ts';
import { createLogger } from './core-logger.ts';
import { createUndiciTransport } from './gateway/undici-transport.ts';
import { isCheckThread } from './ledger/check-beside.ts';
import type { StorageErrorCode } from './ledger/storage-error.ts';
import { NOBODY, parentChannel } from './process/channel.ts';
import { connectToParent } from './process/parent-port.ts';
import { createPrinters } from './printing/transports/create-printers.ts';
import { isExportThread } from './reports/export/export-thread.ts';
import { isReportThread } from './reports/report-thread.ts';
import { createHandlers, sourcesOf } from './window-calls/handlers.ts';
import { systemClock, systemRandom } from './system-ports.ts';

/** The core as the app runs it: a process of its own, talking to main and, through ports, to the windows. */

const logger = createLogger((record) => parent.log(record), systemClock);
const started = Promise.withResolvers<Core>();
let api: Api | null = null;

// A built core is one file: the threads that check the ledger and write reports load it too, and nobody starts anything there.
const parent = connectToParent(
  {
    onStart: (order) => void begin(order),
    onPort: servePort,
    onShutdown: () => void shutDown(),
  },
  isCheckThread() || isExportThread() || isReportThread() ? NOBODY : parentChannel(),
);

process.on('uncaughtException', (bug) => {
  // Bugs end the process: main starts it again and every unsettled charge is found.
  logger.error('core-crashed', { detail: bug.stack ?? bug.message });
  setTimeout(() => process.exit(70), 50);
});

async function begin(order: StartOrder): Promise<void> {
  const core = await startCore({
    dataDir: order.dataDir,
    credentials: order.credentials,
    modeChosen: order.modeChosen,
    clock: systemClock,
    random: systemRandom,
    logger,
    transport: createUndiciTransport(),
    printers: createPrinters(systemClock),
  });
  if (!core.ok) {
    parent.fatal(FATAL[core.error], core.error);
    setTimeout(() => process.exit(1), 50);
    return;
  }
  core.value.onTill(() => parent.trainingPhone(core.value.training()?.phoneUrl ?? null));
  started.resolve(core.value);
  parent.ready();
  await serveApi(core.value, order);
}

/** Beside the windows the shop's own software is served too. The till sells without it when that cannot be. */
async function serveApi(core: Core, { dataDir, version }: StartOrder): Promise<void> {
  // The windows are served already: reading the HTTP server would only have held them up.
  const { startApi } = await import('./api/start-api.ts');
  const ports = { clock: systemClock, random: systemRandom, logger };
  const served = await startApi({ core, dataDir, version, port: null, ...ports });
  if (served.ok) api = served.value;
  else logger.error('api-not-served', { code: served.error });
}

const FATAL: Record<StorageErrorCode, FatalCode> = {
  'disk-full': 'disk-full',
  'read-only': 'data-folder-read-only',
  'from-the-future': 'database-from-future',
  'in-use': 'data-folder-locked',
  busy: 'data-folder-locked',
  damaged: 'internal',
  'io-error': 'internal',
};

/** Frames that come before the core is ready wait in the port. */
function servePort(port: FramePort, role: Role): Cancel {
  let stop: Cancel | null = null;
  let gone = false;
  void started.promise.then((core) => {
    if (!gone) stop = serve(port, role, createHandlers(core), sourcesOf(core), logger.scoped('rpc'));
  });
  return () => {
    gone = true;
    stop?.();
  };
}

async function shutDown(): Promise<void> {
  const core = await started.promise;
  await api?.close();
  await core.stop();
  process.exit(0);
}
