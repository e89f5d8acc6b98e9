import type { Charge, ChargeStatus } from '../../../../shared/domain/charge/charge.ts';
import type { Names } from '../../directory/names.ts';
import type { OriginalRequest, TicketCharge } from '../../../../shared/domain/ticket/context.ts';

/** The slips of a charge that a person can ask for. */
export type Slip = 'qr-slip' | 'receipt' | 'cancel' | 'late';

/** Returns the data of a charge that a ticket shows. */
export function ticketChargeOf(charge: Charge, names: Pick<Names, 'wallet'>): TicketCharge {
  return { ...charge, walletName: names.wallet(charge.wallet, charge.pixDictKey) };
}

/** Returns the document of a slip. Null if the charge cannot have it in this status. */
export function slipRequest(charge: TicketCharge, status: ChargeStatus, slip: Slip): OriginalRequest | null {
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
