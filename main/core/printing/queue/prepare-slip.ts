import { buildTicket } from '../../../../shared/domain/ticket/build-ticket.ts';
import type { TicketContext, TicketRequest } from '../../../../shared/domain/ticket/context.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { PrinterProfile, TicketEncoder } from '../encoder-port.ts';
import { verifyTicket, type UnfitBytes } from '../verify-ticket.ts';

/** Returns the bytes of a slip. Interprets them again and fails if they do not print what the ticket says. */
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
