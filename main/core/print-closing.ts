import type { ClosingView } from '../../shared/contract/closing.ts';
import { centavos } from '../../shared/domain/money/centavos.ts';
import type { ClosingEdge, OriginalRequest, TicketSum } from '../../shared/domain/ticket/context.ts';
import { epochMs } from '../../shared/kernel/time.ts';
import type { Till } from './till.ts';

/** Queues the slip of a closing, or finds it in the queue. False while there is no printer to print it on. */
export function printClosing(till: Till, closing: ClosingView): boolean {
  return till.printing.desk.printRequest(closingSlip(closing)).ok;
}

function closingSlip(closing: ClosingView): OriginalRequest {
  const { earlier, late, forced } = closing;
  return {
    document: 'closing',
    shift: {
      till: closing.till,
      operator: closing.operator,
      openedAt: epochMs(closing.openedAt),
      closedAt: epochMs(closing.closedAt),
      rows: closing.byWallet.map(({ walletName, received, refunded }) => ({
        walletName,
        ...sumOf(received),
        refunded: sumOf(refunded),
      })),
      refunded: sumOf(closing.refunds),
      statuses: closing.byStatus.map(({ status, ...sum }) => ({ word: status, ...sumOf(sum) })),
      late: late.count,
      lateTotal: centavos(late.total),
      forced: forced.count,
      forcedTotal: centavos(forced.total),
      earlier: { received: sumOf(earlier.received), refunded: sumOf(earlier.refunded) },
      first: edgeOf(closing.firstCharge),
      last: edgeOf(closing.lastCharge),
      head: closing.head,
    },
  };
}

function sumOf({ count, total }: ClosingView['received']): TicketSum {
  return { count, total: centavos(total) };
}

function edgeOf(charge: ClosingView['firstCharge']): ClosingEdge | null {
  if (charge === null) return null;
  return { at: epochMs(charge.at), shortCode: charge.shortCode, amount: centavos(charge.amount) };
}
