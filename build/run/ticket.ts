import { readFileSync, writeFileSync } from 'node:fs';
import { loadSlipMaker } from '../../main/core/printing/queue/slip-maker.ts';
import type { TicketRequest } from '../../shared/domain/ticket/context.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { say } from './say.ts';
import { readArguments, USAGE, type TicketArguments } from './ticket/read-arguments.ts';
import { readCharge } from './ticket/read-charge.ts';
import { requestFor } from './ticket/request-for.ts';
import { forPrinter, sampleContext } from './ticket/sample.ts';

/** npm run ticket: writes the bytes of a slip as the app sends them. */

const DONE = 0;
const FAILED = 1;
const BAD_USE = 2;

async function ticket(): Promise<number> {
  const args = readArguments(process.argv.slice(2));
  if (!args.ok) return stop(`${args.error}\n\n${USAGE}`, BAD_USE);
  if (args.value === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return DONE;
  }
  const { profile, encoder, out } = args.value;
  const request = askedFor(args.value);
  if (!request.ok) return stop(request.error, BAD_USE);
  const make = await loadSlipMaker(encoder);
  try {
    const bytes = make(request.value, sampleContext, profile);
    if (!bytes.ok) return stop(`Os bytes não servem para imprimir: ${bytes.error}.`, FAILED);
    writeFileSync(out, bytes.value);
    say(`${out}: ${bytes.value.length} bytes, lidos de volta e conferidos.`);
    return DONE;
  } catch (error) {
    // buildTicket throws this for a charge that cannot have the document.
    if (error instanceof RangeError)
      return stop(`Esta cobrança não tem este documento: ${error.message}.`, BAD_USE);
    return stop(`${out} não pôde ser gravado: ${String(error)}`, FAILED);
  }
}

function askedFor({ sample, profile, charge: file }: TicketArguments): Result<TicketRequest, string> {
  if (file === null) return ok(forPrinter(sample, profile));
  const text = read(file);
  if (text === null) return err(`--charge ${file}: não pôde ser lido.`);
  const charge = readCharge(text);
  if (!charge.ok) return err(`--charge ${file}: não é uma cobrança da API local (${charge.error}).`);
  return ok(requestFor(sample, charge.value));
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The file is missing, is a folder, or may not be read.
    return null;
  }
}

function stop(problem: string, code: number): number {
  say(problem);
  return code;
}

process.exitCode = await ticket();
