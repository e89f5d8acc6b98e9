import { forPrinter, sampleRequests } from '../../../build/run/ticket/sample.ts';
import { createDarumaEncoder } from '../../../main/core/printing/encoder/daruma-encoder.ts';
import { createEscposEncoder } from '../../../main/core/printing/encoder/escpos-encoder.ts';
import { createPosEncoder } from '../../../main/core/printing/encoder/pos-encoder.ts';
import type { PrinterProfile, TicketEncoder } from '../../../main/core/printing/encoder-port.ts';
import { PROFILES } from '../../../main/core/printing/profiles.ts';
import type { TicketRequest } from '../../../shared/domain/ticket/context.ts';

/** An encoder and the printers that understand it. */
export interface EncoderCase {
  readonly name: string;
  readonly encoder: TicketEncoder;
  readonly profiles: readonly PrinterProfile[];
}

const speaking = (dialect: PrinterProfile['dialect']): readonly PrinterProfile[] =>
  Object.values<PrinterProfile>(PROFILES).filter((profile) => profile.dialect === dialect);

export const allEncoders: readonly EncoderCase[] = [
  { name: 'pos', encoder: createPosEncoder(), profiles: speaking('escpos') },
  { name: 'escpos', encoder: createEscposEncoder(), profiles: speaking('escpos') },
  { name: 'daruma', encoder: createDarumaEncoder(), profiles: speaking('daruma') },
];

/** Returns one of each document for this printer. */
export function documentsFor(profile: PrinterProfile): readonly TicketRequest[] {
  return sampleRequests.map((request) => forPrinter(request, profile));
}
