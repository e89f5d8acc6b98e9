import { readFileSync } from 'node:fs';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import type { Credentials } from '../../../../shared/contract/main-port.ts';
import type { Logger } from '../../../../shared/kernel/logger.ts';
import type { PinProblem } from '../../../../shared/domain/people/choose-pin.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { SECOND, type Clock } from '../../../../shared/kernel/time.ts';
import { startApi, type Api, type ApiFailure } from '../../api/start-api.ts';
import { startCore, type Core } from '../../till/core.ts';
import { createLogger } from '../core-logger.ts';
import { endProcess } from '../end-process.ts';
import { createUndiciTransport } from '../../gateway/undici-transport.ts';
import { programsHoldingData } from '../../ledger/programs-holding.ts';
import { storageErrorCode } from '../../ledger/storage-error.ts';
import { createPrinters, type SystemPrinters } from '../../printing/transports/create-printers.ts';
import { holderOf, nameHolder } from '../folder-holder.ts';
import { ownProcess } from '../own-process.ts';
import { systemRandom } from '../system-ports.ts';
import { readArguments, USAGE, type HeadlessArguments } from './arguments.ts';
import { checkEnvironment } from './check-environment.ts';
import { FAILURE_WORDS } from './failure-words.ts';
import { createLineFormat } from './log-lines.ts';
import { addManager, settleKeys } from './manager.ts';
import { readCredentialsFile, readPinFile } from './secret-file.ts';
import { untilReady } from './until-ready.ts';

const BAD_USE = 2;
const CANNOT_START = 1;
/** What a PIN file can be wrong with. */
const BAD_FILES: readonly string[] = ['short-pin', 'weak-pin', 'unknown-operator'];
/** How long a stop waits for requests to the gateway, ms. They are in the ledger, and the next start continues. */
const STOP_LIMIT = 3 * SECOND;

/** Runs a till on this clock until it is stopped. Returns the exit code. */
export async function runHeadless(argv: readonly string[], clock: Clock): Promise<number> {
  // Every file of the till is its owner's alone, SQLite's too.
  process.umask(0o077);
  const told = Promise.withResolvers<void>();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => told.resolve());
  // A closed log must not stop the sales.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);

  const args = readArguments(argv);
  if (!args.ok) return complain(`${args.error}\n\n${USAGE}`, BAD_USE);
  const secrets = readSecrets(args.value);
  if (!secrets.ok) return complain(secrets.error, BAD_USE);

  const { credentials, pin } = secrets.value;
  const format = createLineFormat([
    ...(credentials === null ? [] : [credentials.accessKey, credentials.secretKey, credentials.clientId]),
    ...(pin === null ? [] : [pin]),
  ]);
  const logger = createLogger((record) => void process.stderr.write(format(record)), clock);
  const printers = createPrinters(clock);
  process.on('uncaughtException', (bug) => {
    logger.error('core-crashed', { detail: bug.stack ?? bug.message });
    endProcess(70, printers.hasCallsUnderWay());
  });

  const outside = { printers, stop: told.resolve, logger, clock };
  const running = await start(args.value, credentials, pin, outside).catch((error: unknown) => {
    const code = storageErrorCode(error);
    if (code === null) throw error;
    return err(code);
  });
  if (!running.ok) {
    const code = BAD_FILES.includes(running.error) ? BAD_USE : CANNOT_START;
    const who = await holderWords(running.error, args.value.dataDir);
    return complain(`[${running.error}] ${FAILURE_WORDS[running.error]}${who}`, code);
  }
  const { core, api } = running.value;
  const isReady = untilReady(core.till()).then(() => true);
  if (await Promise.race([isReady, told.promise.then(() => false)])) {
    const line = { ready: true, api: api.url, tokenFile: api.tokenFile };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  await told.promise;
  logger.info('stopping');
  await stop(core, api, clock);
  return endProcess(0, printers.hasCallsUnderWay());
}

/** Returns what the system tells of the account or the programs that have the data folder open. */
async function holderWords(failure: string, dataDir: string): Promise<string> {
  if (failure === 'in-use') {
    const holder = holderOf(dataDir);
    return holder === null ? '' : ` Quem o abriu: ${holder}.`;
  }
  if (failure !== 'held-by-another-program') return '';
  const programs = await programsHoldingData(dataDir);
  return programs.length === 0 ? '' : ` (${programs.join(', ')})`;
}

interface Secrets {
  readonly credentials: Credentials | null;
  readonly pin: string | null;
}

function readSecrets({ credentialsFile, managerPinFile }: HeadlessArguments): Result<Secrets, string> {
  const credentials = credentialsFile === null ? ok(null) : readCredentialsFile(credentialsFile);
  if (!credentials.ok) return credentials;
  const checked = checkEnvironment(process.env, credentials.value);
  if (!checked.ok) return checked;
  const pin = managerPinFile === null ? ok(null) : readPinFile(managerPinFile);
  if (!pin.ok) return pin;
  return ok({ credentials: credentials.value, pin: pin.value });
}

/** What the till gets from this program. */
interface Outside {
  readonly printers: SystemPrinters;
  /** Ends the program in order. */
  readonly stop: () => void;
  readonly logger: Logger;
  readonly clock: Clock;
}

async function start(
  { dataDir, apiPort, recoverManager, confirmKeys }: HeadlessArguments,
  credentials: Credentials | null,
  pin: string | null,
  { printers, stop, logger, clock }: Outside,
): Promise<Result<{ core: Core; api: Api }, ApiFailure | PinProblem | 'unknown-operator'>> {
  const core = await startCore({
    dataDir,
    credentials,
    ledgerMemory: null,
    headFile: null,
    screens: null,
    clock,
    random: systemRandom,
    logger,
    transport: createUndiciTransport(credentials === null ? undefined : ownRoots()),
    printers,
  });
  if (!core.ok) return core;
  nameHolder(dataDir, logger);
  const manager =
    pin === null
      ? ok(undefined)
      : await addManager(core.value.till(), { pin, recover: recoverManager }, logger);
  if (!manager.ok) {
    await core.value.stop();
    return manager;
  }
  await settleKeys(core.value.till(), confirmKeys ? pin : null, (line) => void complain(line, CANNOT_START));
  const api = await startApi({
    core: core.value,
    dataDir,
    version: version(),
    port: apiPort,
    process: ownProcess,
    stop,
    clock,
    logger,
  });
  if (api.ok) return ok({ core: core.value, api: api.value });
  await core.value.stop();
  return err(api.error);
}

/** Node's own root certificates. NODE_EXTRA_CA_CERTS adds no others to them. */
function ownRoots(): SecureContext {
  return createSecureContext({ ca: [...rootCertificates] });
}

/** Stops the API first, so that no work begins. Does not wait longer than `STOP_LIMIT` for the gateway. */
async function stop(core: Core, api: Api, clock: Clock): Promise<void> {
  await api.close();
  await Promise.race([core.stop(), new Promise<void>((resolve) => clock.after(STOP_LIMIT, resolve))]);
}

function version(): string {
  const text = readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function complain(message: string, code: number): number {
  process.stderr.write(`balcao: ${message.trimEnd()}\n`);
  return code;
}
