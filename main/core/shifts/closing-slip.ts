import type { ShiftFigures, Sum } from '../../../shared/domain/closing/tally.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { shortCode } from '../../../shared/domain/short-code/short-code.ts';
import type { ClosingEdge, OriginalRequest, TicketSum } from '../../../shared/domain/ticket/context.ts';
import type { Names } from '../directory/names.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Closing } from '../ledger/projections/closing-repo.ts';

/** The names and charges that the slip of a closing shows. */
export interface ClosingSlipSources {
  readonly names: Pick<Names, 'person' | 'allOf'>;
  readonly ledger: Pick<Ledger, 'charges'>;
}

/** Returns the request for the slip of a closing, with the present names of people and wallets. */
export function closingSlip(closing: Closing, { names, ledger }: ClosingSlipSources): OriginalRequest {
  const { figures } = closing;
  const edge = (chargeId: string | null): ClosingEdge | null => {
    const charge = chargeId === null ? null : ledger.charges.byId(chargeId);
    if (charge === null) return null;
    return { at: charge.createdAt, shortCode: shortCode(charge.id), amount: charge.amount };
  };
  return {
    document: 'closing',
    shift: {
      till: closing.till,
      operator: names.person(closing.operatorId),
      openedAt: closing.openedAt,
      closedAt: closing.closedAt,
      rows: figures.byWallet.map(({ wallet, received, refunds }) => ({
        walletName: names.allOf(wallet),
        ...ticketSum(received),
        refunded: ticketSum(refunds),
      })),
      ...sumsOf(figures),
      first: edge(figures.firstChargeId),
      last: edge(figures.lastChargeId),
      head: { seq: closing.eventSeq, hash: closing.eventHash.toString('hex') },
    },
  };
}

function sumsOf(figures: ShiftFigures) {
  return {
    refunded: ticketSum(figures.refunds),
    statuses: figures.byStatus.map(({ status, ...sum }) => ({ word: status, ...ticketSum(sum) })),
    late: figures.late.count,
    lateTotal: centavos(figures.late.total),
    forced: figures.forced.count,
    forcedTotal: centavos(figures.forced.total),
    earlier: {
      received: ticketSum(figures.earlierReceived),
      refunded: ticketSum(figures.earlierRefunds),
    },
  };
}

function ticketSum({ count, total }: Sum): TicketSum {
  return { count, total: centavos(total) };
}
