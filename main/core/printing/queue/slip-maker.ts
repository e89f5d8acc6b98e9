import type { EncoderKind } from '../../../../shared/domain/printer/target.ts';
import type { TicketContext, TicketRequest } from '../../../../shared/domain/ticket/context.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import type { PrinterProfile, TicketEncoder } from '../encoder-port.ts';
import type { UnfitBytes } from '../verify-ticket.ts';

/** Makes the bytes of a slip for a kind of printer, read back and found right. */
export type SlipMaker = (
  request: TicketRequest,
  context: TicketContext,
  profile: PrinterProfile,
) => Result<Uint8Array, UnfitBytes>;

/** Loads an encoder of ESC/POS, the one of our own for Daruma, and what reads its bytes back: no small part of a till's start, and of no use without a printer. */
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
  if (kind === 'escpos') return (await import('../encoder/escpos-encoder.ts')).loadEscposEncoder();
  return (await import('../encoder/pos-encoder.ts')).createPosEncoder();
}
