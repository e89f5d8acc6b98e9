import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeDataFile } from '../../main/core/reports/export/write-data-file.ts';
import { objection } from '../../main/core/reports/export/whole-file.ts';
import { systemClock, systemRandom } from '../../main/core/boot/system-ports.ts';
import { newestVersion, schemaVersion } from '../../main/core/ledger/migrate.ts';
import type { TillMode } from '../../shared/domain/till/identity.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { ulid } from '../../shared/kernel/ulid.ts';
import { collect, type Collected } from './personal-data/collect.ts';
import { readArguments, USAGE, type DataArguments } from './personal-data/read-arguments.ts';
import { say } from './say.ts';
import { openUntouched } from './verify-ledger/open-untouched.ts';

/** npm run personal-data: what a till has about one charge, one reference or one person, as a file. */

const DONE = 0;
const FAILED = 1;
const BAD_USE = 2;

async function personalData(): Promise<number> {
  const args = readArguments(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  if (!args.ok) return stop(`${args.error}\n\n${USAGE}`, BAD_USE);
  if (args.value === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return DONE;
  }
  const { out, replace } = args.value;
  const against = await objection(out, replace);
  if (against !== null) return stop(`${out}: não pode ser gravado [${against}].`, FAILED);
  const collected = readLedger(args.value);
  if (!collected.ok) return stop(collected.error, FAILED);
  const written = await writeDataFile(
    out,
    ulid(systemClock.now(), systemRandom),
    replace,
    collected.value.text,
  );
  if (!written.ok) return stop(`${out}: não foi gravado [${written.error}].`, FAILED);
  process.stdout.write(`${JSON.stringify({ file: out, found: collected.value.found })}\n`);
  return DONE;
}

function readLedger({ dataDir, training, wanted }: DataArguments): Result<Collected, string> {
  const fileOf = (mode: TillMode): string => join(dataDir, mode, 'ledger.db');
  const file = fileOf(training || !existsSync(fileOf('production')) ? 'training' : 'production');
  if (!existsSync(file)) return err(`Não há dados de um Balcão em ${dataDir}.`);
  const { db, close } = openUntouched(file);
  try {
    if (schemaVersion(db) !== newestVersion)
      return err(
        'Os dados desta pasta são de outra versão do Balcão. Abra o Balcão uma vez e tente de novo.',
      );
    const collected = collect(db, wanted, systemClock.now());
    return collected === null ? err('Nada foi encontrado. Nenhum arquivo foi gravado.') : ok(collected);
  } finally {
    close();
  }
}

function stop(problem: string, code: number): number {
  say(problem);
  return code;
}

process.exitCode = await personalData().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  return FAILED;
});
