import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { PrinterProfile } from '../../../main/core/printing/encoder-port.ts';
import { PROFILES, profileOf } from '../../../main/core/printing/profiles.ts';
import type { EncoderKind } from '../../../shared/domain/printer/target.ts';
import type { TicketRequest } from '../../../shared/domain/ticket/context.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { sampleRequests } from './sample.ts';

const DOCUMENTS = sampleRequests.map(({ document }) => document).join(', ');
const MODELS = Object.keys(PROFILES).join(', ');

export const USAGE = `Uso: npm run ticket -- --document D --profile P --out ARQUIVO [--encoder pos|escpos] [--charge COBRANÇA.json]

  --document D     ${DOCUMENTS}
  --profile P      ${MODELS}
  --encoder E      quem faz os bytes: pos (o de sempre) ou escpos
  --out ARQUIVO    onde gravar os bytes, como o app os mandaria à impressora
  --charge ARQ     uma cobrança da API local em JSON, no lugar do exemplo`;

/** The arguments of `npm run ticket`. Paths are absolute. */
export interface TicketArguments {
  readonly sample: TicketRequest;
  readonly profile: PrinterProfile;
  readonly encoder: EncoderKind;
  readonly out: string;
  readonly charge: string | null;
}

/** Reads the arguments. An error is a sentence that says what is wrong. `help`: only the help was requested. */
export function readArguments(argv: readonly string[]): Result<TicketArguments | 'help', string> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const { document, encoder, out, charge, help } = parsed.value;
  if (help) return ok('help');
  const profile = profileOf(parsed.value.profile);
  const sample = sampleRequests.find((request) => request.document === document);
  if (sample === undefined) return err(`--document ${document}: deve ser um de ${DOCUMENTS}.`);
  if (profile === null) return err(`--profile ${parsed.value.profile}: deve ser um de ${MODELS}.`);
  if (encoder !== 'pos' && encoder !== 'escpos') return err(`--encoder ${encoder}: deve ser pos ou escpos.`);
  if (out === undefined || out === '') return err('Falta --out ARQUIVO.');
  const file = charge === undefined ? null : resolve(charge);
  return ok({ sample, profile, encoder, out: resolve(out), charge: file });
}

function parse(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        document: { type: 'string', default: 'qr-slip' },
        encoder: { type: 'string', default: 'pos' },
        profile: { type: 'string', default: 'generic-80' },
        out: { type: 'string' },
        charge: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return ok(values);
  } catch (error) {
    // parseArgs reports an unknown argument only in this message.
    return err(
      `Argumento desconhecido ou incompleto: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
