import type { ClosingView } from '../../../../shared/contract/closing.ts';
import { panelStatusOfStored } from '../../../../shared/domain/charge/stored-status.ts';
import { daysBetween } from '../../../../shared/domain/business-day/days-between.ts';
import type { Sum } from '../../../../shared/domain/closing/tally.ts';
import { centavos, type Centavos } from '../../../../shared/domain/money/centavos.ts';
import { shortCode } from '../../../../shared/domain/short-code/short-code.ts';
import type { Closing } from '../../ledger/projections/closing-repo.ts';
import type { Till } from '../../till/till.ts';

/** Returns a closing in the shape of the windows, with the present names of people and wallets. */
export function toClosingView(closing: Closing, till: Till): ClosingView {
  const { figures, zone } = closing;
  return {
    id: closing.shiftId,
    till: closing.till,
    operator: till.names.person(closing.operatorId),
    closedBy: till.names.person(closing.closedBy),
    openedAt: closing.openedAt,
    closedAt: closing.closedAt,
    zone,
    days: daysBetween(closing.openedAt, closing.closedAt, zone),
    byStatus: figures.byStatus.map(({ status, ...sum }) => ({
      status: panelStatusOfStored(status),
      ...money(sum),
    })),
    byWallet: figures.byWallet.map(({ wallet, received, refunds }) => ({
      wallet,
      walletName: till.names.allOf(wallet),
      received: money(received),
      refunded: money(refunds),
    })),
    charges: money(figures.charges),
    received: money(figures.received),
    refunds: money(figures.refunds),
    net: figures.received.total - figures.refunds.total,
    late: money(figures.late),
    earlier: { received: money(figures.earlierReceived), refunded: money(figures.earlierRefunds) },
    forced: money(figures.forced),
    firstCharge: edge(figures.firstChargeId, till),
    lastCharge: edge(figures.lastChargeId, till),
    head: { seq: closing.eventSeq, hash: closing.eventHash.toString('hex') },
  };
}

function money({ count, total }: Sum): { count: number; total: Centavos } {
  return { count, total: centavos(total) };
}

function edge(id: string | null, till: Till): ClosingView['firstCharge'] {
  const charge = id === null ? null : till.ledger.charges.byId(id);
  if (charge === null) return null;
  return { id: charge.id, shortCode: shortCode(charge.id), at: charge.createdAt, amount: charge.amount };
}
