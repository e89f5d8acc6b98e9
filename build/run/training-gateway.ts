import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger } from '../../main/core/boot/core-logger.ts';
import { createLineFormat } from '../../main/core/boot/headless/log-lines.ts';
import { systemClock, systemRandom } from '../../main/core/boot/system-ports.ts';
import {
  startTrainingGateway,
  type TrainingGateway,
} from '../../main/core/gateway/training/start-training-gateway.ts';
import { lockFolder, type ReleaseFolder } from '../../main/core/ledger/folder-lock.ts';
import { say } from './say.ts';
import { readArguments, USAGE, type TrainingArguments } from './training-gateway/read-arguments.ts';
import { readKeys, writeKeys } from './training-gateway/stored-keys.ts';

const BAD_USE = 2;
const CANNOT_START = 1;

/** The errors of the system that a person can do something about. */
const WORDS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'A porta já está em uso. Indique outra com --port N, ou 0 para uma livre.',
  EACCES:
    'O sistema não deixa usar esta porta ou esta pasta. Indique uma porta acima de 1023, ou outra pasta com --data-dir.',
  EPERM: 'O sistema não deixa usar esta pasta. Indique outra com --data-dir.',
  EROFS: 'A pasta não aceita gravação. Indique outra com --data-dir.',
  ENOTDIR: 'O caminho da pasta passa por um arquivo. Indique outra com --data-dir.',
  ENOSPC: 'O disco está cheio. Libere espaço e comece de novo.',
};

/** npm run training-gateway: the training gateway alone, until a signal ends it. Returns the exit code. */
async function run(): Promise<number> {
  const told = Promise.withResolvers<void>();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => told.resolve());
  // A closed log must not end the gateway.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);

  const args = readArguments(process.argv.slice(2));
  if (!args.ok) {
    say(`${args.error}\n\n${USAGE}`);
    return BAD_USE;
  }
  let gateway: TrainingGateway;
  let releaseFolder: ReleaseFolder;
  try {
    releaseFolder = takeFolder(args.value.dataDir);
    gateway = await start(args.value);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const words = WORDS[code] ?? (error instanceof Error ? error.message : String(error));
    say(code === '' ? words : `[${code}] ${words}`);
    return CANNOT_START;
  }
  const { baseUrl, credentials, phoneUrl } = gateway;
  process.stdout.write(`${JSON.stringify({ ready: true, url: baseUrl, credentials })}\n`);
  say(`Celular do cliente, para pagar os pedidos: ${phoneUrl}`);
  await told.promise;
  await gateway.close();
  releaseFolder();
  return 0;
}

/** Takes the folder for this process alone. A second gateway would replace the file of the orders under the first one. */
function takeFolder(dataDir: string | null): ReleaseFolder {
  if (dataDir === null) return () => undefined;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const release = lockFolder(dataDir);
  if (release === null)
    throw new Error('Outro programa usa esta pasta agora. Feche-o, ou indique outra com --data-dir.');
  return release;
}

async function start({ port, strict, dataDir }: TrainingArguments): Promise<TrainingGateway> {
  const stored = dataDir === null ? undefined : readKeys(dataDir);
  const format = createLineFormat(stored === undefined ? [] : Object.values(stored));
  const gateway = await startTrainingGateway({
    clock: systemClock,
    random: systemRandom,
    logger: createLogger((record) => void process.stderr.write(format(record)), systemClock, 'gateway'),
    port,
    strict,
    ...(dataDir === null ? {} : { dataFile: join(dataDir, 'orders.jsonl') }),
    ...(stored === undefined ? {} : { credentials: stored }),
  });
  if (dataDir !== null) writeKeys(dataDir, gateway.baseUrl, gateway.credentials);
  return gateway;
}

process.exit(await run());
