import type { Charge, ChargeStatus } from '../../shared/domain/charge/charge.ts';
import type { TicketCharge, TicketRequest } from '../../shared/domain/ticket/context.ts';

export type Slip = 'qr-slip' | 'receipt' | 'cancel' | 'late';

/** What a ticket takes of a charge. */
export function ticketChargeOf(charge: Charge, walletName: string): TicketCharge {
  return { ...charge, walletName };
}

/** The document of a slip that a charge can have as it stands; null for one that it cannot. */
export function slipRequest(charge: TicketCharge, status: ChargeStatus, slip: Slip): TicketRequest | null {
  switch (slip) {
    case 'qr-slip':
      return status === 'pending' ? { document: slip, charge } : null;
    case 'cancel':
      return status === 'cancelled' || status === 'expired' ? { document: slip, charge } : null;
    case 'receipt':
    case 'late':
      return charge.paidAmount === null ? null : { document: charge.late ? 'late' : 'receipt', charge };
  }
}
