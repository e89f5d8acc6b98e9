import { buildTicket } from '../../../../shared/domain/ticket/build-ticket.ts';
import type { TicketContext, TicketRequest } from '../../../../shared/domain/ticket/context.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { PrinterProfile, TicketEncoder } from '../encoder-port.ts';
import { verifyTicket, type UnfitBytes } from '../verify-ticket.ts';

/** The bytes of a slip, read back: what does not say what the ticket says is never queued. */
export function prepareSlip(
  request: TicketRequest,
  context: TicketContext,
  profile: PrinterProfile,
  encoder: TicketEncoder,
): Result<Uint8Array, UnfitBytes> {
  const ticket = buildTicket(request, context, profile.columns);
  const bytes = encoder.encode(ticket, profile);
  const verified = verifyTicket(bytes, ticket, profile.dialect);
  return verified.ok ? ok(bytes) : err(verified.error);
}
