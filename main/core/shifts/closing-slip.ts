import type { ShiftFigures, Sum } from '../../../shared/domain/closing/tally.ts';
import { isTillEvent } from '../../../shared/domain/ledger-event/till-event.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { shortCode } from '../../../shared/domain/short-code/short-code.ts';
import type { ClosingEdge, OriginalRequest, TicketSum } from '../../../shared/domain/ticket/context.ts';
import type { Names } from '../directory/names.ts';
import { createEventLog } from '../ledger/event-log.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Closing } from '../ledger/projections/closing-repo.ts';

/** The names and charges that the slip of a closing shows. */
export interface ClosingSlipSources {
  readonly names: Pick<Names, 'person' | 'allOf'>;
  readonly ledger: Pick<Ledger, 'charges' | 'db'>;
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
      head: {
        seq: closing.eventSeq,
        hash: closing.eventHash.toString('hex'),
        ...keyOf(closing, ledger),
      },
    },
  };
}

/** Returns the public key that the head of a closing was signed with. Closings without a keychain have none. */
function keyOf({ eventSeq }: Closing, { db }: Pick<Ledger, 'db'>): { readonly key?: string } {
  // The signature is in the transaction of the closing, so it is one of the next rows.
  const signed = createEventLog(db)
    .since(eventSeq, 3)
    .find((event) => isTillEvent(event, 'head-signed') && event.body.seq === eventSeq);
  return signed !== undefined && isTillEvent(signed, 'head-signed') ? { key: signed.body.publicKey } : {};
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
