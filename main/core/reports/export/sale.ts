import { shortCode } from '../../../../shared/domain/short-code/short-code.ts';
import { panelStatusOf, type PanelStatus } from '../../../../shared/domain/charge/panel-status.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import type { ChargeLine } from '../../search/charge-lines.ts';
import { observationOf } from './observation.ts';
import type { Shop } from './shop.ts';
import { wallClock } from './wall-clock.ts';

/** One charge in the words of a report. Money in centavos. */
export interface Sale {
  /** The business day, `YYYY-MM-DD`. */
  readonly day: string;
  /** Seconds since the store's midnight, by its clock on the wall. */
  readonly second: number;
  readonly store: string;
  readonly till: string;
  readonly operator: string;
  /** Two people may have had one name. */
  readonly operatorId: string;
  readonly reference: string | null;
  readonly wallet: string;
  /** The gateway's own name of it, with its Pix key. */
  readonly walletId: string;
  readonly amount: number;
  /** Null while nothing arrived. */
  readonly paid: number | null;
  /** Null where nobody can tell. */
  readonly refunded: number | null;
  /** What stayed with the shop; null where nobody can tell. */
  readonly net: number | null;
  readonly panel: PanelStatus;
  /** What the figures do not say, in words. */
  readonly observation: string | null;
  /** Seconds since 1970 by the store's clock on the wall; of the first payment. */
  readonly paidAt: number | null;
  /** The same; of the last refund that is known to have gone back. */
  readonly refundedAt: number | null;
  readonly late: boolean;
  /** A manager settled it without proof. */
  readonly forced: boolean;
  readonly endToEndId: string | null;
  /** The gateway's: the order that was paid, else the newest. */
  readonly orderId: string | null;
  readonly shortCode: string;
}

/** Turns what is read of a ledger into sales. */
export function createSaleReader(shop: Shop): (line: ChargeLine) => Sale {
  const wall = wallClock(shop.zone);
  const wallOrNull = (at: number | null): number | null => (at === null ? null : wall(at));
  return (line) => {
    const [id, day, createdAt, till, operator, reference, wallet, key, amount, paid, refunded] = line;
    const [, , , , , , , , , , , status, late, forced, endToEndId, orderId, store] = line;
    const [, , , , , , , , , , , , , , , , , problem, pendingRefund, unclear, approvedAt, refundedAt] = line;
    const amountUnknown = approvedAt !== null && paid === null;
    return {
      day,
      second: wall(createdAt) % DAY_SECONDS,
      // Charges of before stores were written down are of the one there was.
      store: store === '' ? shop.name : store,
      till,
      operator: shop.names.person(operator),
      operatorId: operator,
      reference,
      wallet: shop.names.wallet(wallet, key),
      walletId: key === null ? wallet : `${wallet} ${key}`,
      amount,
      paid,
      refunded: unclear === 1 ? null : refunded,
      net: unclear === 1 || amountUnknown ? null : (paid ?? 0) - refunded,
      panel: panelStatusOf({ status, refundedAmount: centavos(refunded) }),
      observation: observationOf({ status, problem, pendingRefund, forced, amountUnknown }),
      paidAt: wallOrNull(approvedAt),
      refundedAt: unclear === 1 ? null : wallOrNull(refundedAt),
      late: late === 1,
      forced: forced !== null,
      endToEndId,
      orderId,
      shortCode: shortCode(id),
    };
  };
}

const DAY_SECONDS = 86_400;
