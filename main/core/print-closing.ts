import type { ClosingView } from '../../shared/contract/closing.ts';
import { centavos } from '../../shared/domain/money/centavos.ts';
import type { ClosingEdge, OriginalRequest } from '../../shared/domain/ticket/context.ts';
import { epochMs } from '../../shared/kernel/time.ts';
import type { Till } from './till.ts';

/** Queues the slip of a closing. False while there is no printer to print it on. */
export function printClosing(till: Till, closing: ClosingView, isCopy: boolean): boolean {
  const slip = closingSlip(closing);
  return till.printing.desk.printRequest(isCopy ? { document: 'copy', of: slip } : slip).ok;
}

function closingSlip(closing: ClosingView): OriginalRequest {
  return {
    document: 'closing',
    shift: {
      till: closing.till,
      openedAt: epochMs(closing.openedAt),
      closedAt: epochMs(closing.closedAt),
      rows: closing.byWallet.map(({ walletName, received }) => ({
        walletName,
        count: received.count,
        total: centavos(received.total),
      })),
      refunded: { count: closing.refunds.count, total: centavos(closing.refunds.total) },
      statuses: closing.byStatus.map(({ status, count }) => ({ word: status, count })),
      late: closing.late.count,
      forced: closing.forced.count,
      first: edgeOf(closing.firstCharge),
      last: edgeOf(closing.lastCharge),
      head: closing.head,
    },
  };
}

function edgeOf(charge: ClosingView['firstCharge']): ClosingEdge | null {
  if (charge === null) return null;
  return { at: epochMs(charge.at), shortCode: charge.shortCode, amount: centavos(charge.amount) };
}
