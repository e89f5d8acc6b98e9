import type { EncoderKind } from '../../../../shared/domain/printer/target.ts';
import type { TicketContext, TicketRequest } from '../../../../shared/domain/ticket/context.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import type { PrinterProfile, TicketEncoder } from '../encoder-port.ts';
import type { UnfitBytes } from '../verify-ticket.ts';

/** Makes the bytes of a slip for a printer's profile. Fails if the bytes do not print what the ticket says. */
export type SlipMaker = (
  request: TicketRequest,
  context: TicketContext,
  profile: PrinterProfile,
) => Result<Uint8Array, UnfitBytes>;

/**
 * Loads an ESC/POS encoder, the Daruma encoder and the check of their bytes. Loaded only for a till with a printer, because
 * they take a large part of a till's start.
 */
export async function loadSlipMaker(kind: EncoderKind): Promise<SlipMaker> {
  const [escpos, { createDarumaEncoder }, { prepareSlip }] = await Promise.all([
    loadEncoder(kind),
    import('../encoder/daruma-encoder.ts'),
    import('./prepare-slip.ts'),
  ]);
  const encoders: Readonly<Record<PrinterProfile['dialect'], TicketEncoder>> = {
    escpos,
    daruma: createDarumaEncoder(),
  };
  return (request, context, profile) => prepareSlip(request, context, profile, encoders[profile.dialect]);
}

async function loadEncoder(kind: EncoderKind): Promise<TicketEncoder> {
  if (kind === 'escpos') return (await import('../encoder/escpos-encoder.ts')).createEscposEncoder();
  return (await import('../encoder/pos-encoder.ts')).createPosEncoder();
}
