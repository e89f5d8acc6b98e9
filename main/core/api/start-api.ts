import type { Logger } from '../../../shared/kernel/logger.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import type { Core } from '../till/core.ts';
import { storageErrorCode, type StorageErrorCode } from '../ledger/storage-error.ts';
import { keepAddressFile, type TillProcess } from './address-file.ts';
import type { ApiContext } from './context.ts';
import { createEventStreams } from './event-streams.ts';
import { sendProblem } from './problem.ts';
import { addChargeListCall } from './routes/charge-list.ts';
import { addChargeCalls } from './routes/charges.ts';
import { addDayReportCall } from './routes/day-report.ts';
import { addEventCall } from './routes/events.ts';
import { addRefundCall } from './routes/refunds.ts';
import { addShiftCalls } from './routes/shift.ts';
import { addStatusCalls } from './routes/status.ts';
import { createHeldNotice } from './held-notice.ts';
import { addStopCall } from './routes/stop.ts';
import { createServer } from './server.ts';

/** The port that the shop's software tries first. If it is taken, `api.json` in the data folder has the actual address. */
export const DEFAULT_API_PORT = 7373;

/** What the API is started with. */
export interface ApiOptions {
  readonly core: Core;
  readonly dataDir: string;
  readonly version: string;
  /** 0 takes a free port. Null takes the default port, or a free one if the default is taken. */
  readonly port: number | null;
  readonly process: TillProcess;
  /** Ends the program in order, when a program of the shop asks for it. */
  readonly stop: () => void;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The running API. */
export interface Api {
  /** `http://127.0.0.1:N` */
  readonly url: string;
  readonly tokenFile: string;
  /** Stops the API and removes `api.json`. */
  close(): Promise<void>;
}

/** Why the API did not start. */
export type ApiFailure = 'port-taken' | 'port-forbidden' | StorageErrorCode;

/** Starts the local API for the shop's software, on this machine only. Fails if the port or the data folder cannot be used. */
export async function startApi(options: ApiOptions): Promise<Result<Api, ApiFailure>> {
  const logger = options.logger.scoped('api');
  try {
    if (options.port !== null) return ok(await listen(options, options.port, logger));
    try {
      return ok(await listen(options, DEFAULT_API_PORT, logger));
    } catch (error) {
      if (failureOf(error) !== 'port-taken') throw error;
      logger.warn('api-port-taken', { port: DEFAULT_API_PORT });
      const api = await listen(options, 0, logger);
      // Programs that do not read `api.json` talk to the other process, which may say that a charge is paid.
      options.core.onTill(({ notices, touch }) => {
        notices.add('api-port-taken', String(DEFAULT_API_PORT));
        touch();
      });
      return ok(api);
    }
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return err(failure);
  }
}

async function listen(options: ApiOptions, port: number, logger: Logger): Promise<Api> {
  const { core, dataDir, version, stop } = options;
  const { programs } = core;
  const streams = createEventStreams(options.clock);
  const context: ApiContext = { core, version, streams, stop, logger };
  const app = createServer(programs, logger);
  // Checked last, right before the call begins. While the till changes between training and production, no till is open.
  app.addHook('preHandler', (_request, reply, done) => {
    if (core.atWork()) return done();
    return void sendProblem(reply.header('retry-after', 1), 'not_ready');
  });
  for (const add of CALLS) add(app, context);
  const url = await app.listen({ host: '127.0.0.1', port });
  core.onTill(streams.follow);
  // A reader whose token was revoked must not read on. The others connect again by themselves.
  const unheard = programs.onRevoked(streams.drop);
  const tokenFile = programs.firstFile;
  const address = { url, tokenFile, version, ...options.process };
  const addressFile = keepAddressFile(dataDir, address, {
    clock: options.clock,
    logger,
    held: createHeldNotice(core),
  });
  logger.info('api-listens', { url });
  return {
    url,
    tokenFile,
    async close() {
      addressFile.remove();
      unheard();
      streams.close();
      await app.close();
    },
  };
}

const CALLS = [
  addStatusCalls,
  addChargeCalls,
  addChargeListCall,
  addRefundCall,
  addShiftCalls,
  addDayReportCall,
  addEventCall,
  addStopCall,
] as const;

function failureOf(error: unknown): ApiFailure | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const call = error instanceof Error && 'syscall' in error ? String(error.syscall) : '';
  if (code === 'EADDRINUSE') return 'port-taken';
  if (code === 'EACCES' && call === 'listen') return 'port-forbidden';
  return storageErrorCode(error);
}
