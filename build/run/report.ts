import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ReportFailure } from '../../shared/contract/exports.ts';
import { partialPath, objection, sweepPartials } from '../../main/core/reports/export/whole-file.ts';
import { writeReport } from '../../main/core/reports/export/write-report.ts';
import { systemClock, systemRandom } from '../../main/core/boot/system-ports.ts';
import { ulid } from '../../shared/kernel/ulid.ts';
import { openPeriod } from './report/open-period.ts';
import { readArguments, USAGE } from './report/read-arguments.ts';
import { say } from './say.ts';

/** npm run report: the sales report of a data folder as a file, also while the till runs. */

const DONE = 0;
const FAILED = 1;
const BAD_USE = 2;
/** The exit code of a shell for an interrupted program. */
const INTERRUPTED = 130;

const WORDS: Readonly<Record<ReportFailure, string>> = {
  exists: 'já existe. Use --replace para substituir, ou outro nome.',
  'is-link':
    'é um atalho (link) para outro arquivo, e não foi alterado. Indique o próprio arquivo, ou outro nome.',
  'not-writable': 'não pode ser gravado: a pasta não existe ou não aceita gravação.',
  'held-by-another-program': 'está aberto em outro programa, como o Excel. Feche-o e tente de novo.',
  'disk-full': 'não coube no disco. Nada foi gravado.',
  internal: 'não foi gravado: algo falhou ao ler as vendas.',
};

async function report(): Promise<number> {
  const args = readArguments(process.argv.slice(2), hereOf(process.env));
  if (!args.ok) return stop(`${args.error}\n\n${USAGE}`, BAD_USE);
  if (args.value === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return DONE;
  }
  const { out, format, replace } = args.value;
  const period = openPeriod(args.value);
  if (!period.ok) return stop(period.error, FAILED);
  if (isFolder(out)) return stop(`${out} é uma pasta. Dê também o nome do arquivo.`, FAILED);
  const against = await objection(out, replace);
  if (against !== null) return stop(`${out} ${WORDS[against]}`, FAILED);
  await sweepPartials(dirname(out));

  const { ledger, filter, mode } = period.value;
  const order = {
    ledger,
    filter,
    format,
    replace,
    target: out,
    partial: partialPath(out, ulid(systemClock.now(), systemRandom)),
  };
  const began = systemClock.monotonic();
  const end = await writeReport(order, systemClock.now(), showProgress, untilInterrupted());
  if (process.stderr.isTTY) process.stderr.write('\r');
  switch (end.kind) {
    case 'done': {
      const seconds = Math.round((systemClock.monotonic() - began) / 10) / 100;
      process.stdout.write(`${JSON.stringify({ file: out, rows: end.rows, mode, seconds })}\n`);
      return DONE;
    }
    case 'cancelled':
      return stop('Interrompido. Nada foi gravado.', INTERRUPTED);
    case 'failed':
      if (end.failure === 'internal') say(`Para o suporte: ${end.detail}`);
      return stop(`${out} ${WORDS[end.failure]}`, FAILED);
  }
}

/** Returns the folder of the person. npm changes to its own folder and gives the other one in INIT_CWD. */
function hereOf({ npm_lifecycle_event: script, INIT_CWD: stands }: NodeJS.ProcessEnv): string {
  return script === 'report' && stands !== undefined ? stands : process.cwd();
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function showProgress({ rows, total }: { readonly rows: number; readonly total: number | null }): void {
  if (process.stderr.isTTY && total !== null) process.stderr.write(`\r${rows} de ${total} cobranças`);
}

function untilInterrupted(): AbortSignal {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => interrupted.abort());
  return interrupted.signal;
}

function stop(problem: string, code: number): number {
  say(problem);
  return code;
}

process.exitCode = await report().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  return FAILED;
});
