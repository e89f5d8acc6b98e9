import { shortCode } from '../../../../shared/domain/short-code/short-code.ts';
import { panelStatusOf, type PanelStatus } from '../../../../shared/domain/charge/panel-status.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import type { ChargeLine } from '../../search/charge-lines.ts';
import { observationOf } from './observation.ts';
import type { Shop } from './shop.ts';
import { wallClock } from './wall-clock.ts';

/** One charge as a report shows it; money in centavos. */
export interface Sale {
  /** The business day, `YYYY-MM-DD`. */
  readonly day: string;
  /** Seconds since midnight, by the store's clock. */
  readonly second: number;
  readonly store: string;
  readonly till: string;
  readonly operator: string;
  /** Two people can have the same name. */
  readonly operatorId: string;
  readonly reference: string | null;
  readonly wallet: string;
  /** The gateway's name of the wallet, with the Pix key of the account. */
  readonly walletId: string;
  readonly amount: number;
  /** Null without a payment, and if its amount is unknown. */
  readonly paid: number | null;
  /** Null if the refunded amount is unknown. */
  readonly refunded: number | null;
  /** Paid less refunded; null if one of them is unknown. */
  readonly net: number | null;
  readonly panel: PanelStatus;
  /** Notes on the charge that the figures do not show. */
  readonly observation: string | null;
  /** The first payment, in seconds since 1970 by the store's clock. */
  readonly paidAt: number | null;
  /** The last confirmed refund, in seconds since 1970 by the store's clock. */
  readonly refundedAt: number | null;
  readonly late: boolean;
  /** True if a manager settled it without proof. */
  readonly unproven: boolean;
  readonly endToEndId: string | null;
  /** The gateway's id of the paid order, or of the newest one without a payment. */
  readonly orderId: string | null;
  readonly shortCode: string;
  /** Stay the same if the till or the store is renamed. Null if no program with identities has opened the ledger. */
  readonly tillId: string | null;
  readonly storeId: string | null;
}

/** Returns a function that turns lines of the ledger into sales. */
export function createSaleReader(shop: Shop): (line: ChargeLine) => Sale {
  const wall = wallClock(shop.zone);
  const wallOrNull = (at: number | null): number | null => (at === null ? null : wall(at));
  return (line) => {
    const { status, wallet, pixDictKey, approvedAt, paidAmount, refundedAmount, forced } = line;
    const isUnclear = line.refundUnclear === 1;
    const amountUnknown = approvedAt !== null && paidAmount === null;
    return {
      day: line.day,
      second: wall(line.createdAt) % DAY_SECONDS,
      // A charge without a store is older than the field. Then the shop had only the present one.
      store: line.store === '' ? shop.name : line.store,
      till: line.till,
      operator: shop.names.person(line.operator),
      operatorId: line.operator,
      reference: line.reference,
      wallet: shop.names.wallet(wallet, pixDictKey),
      walletId: pixDictKey === null ? wallet : `${wallet} ${pixDictKey}`,
      amount: line.amount,
      paid: paidAmount,
      refunded: isUnclear ? null : refundedAmount,
      net: isUnclear || amountUnknown ? null : (paidAmount ?? 0) - refundedAmount,
      panel: panelStatusOf({ status, refundedAmount: centavos(refundedAmount) }),
      observation: observationOf(line, amountUnknown),
      paidAt: wallOrNull(approvedAt),
      refundedAt: isUnclear ? null : wallOrNull(line.refundedAt),
      late: line.late === 1,
      unproven: forced !== null,
      endToEndId: line.endToEndId,
      orderId: line.orderId,
      shortCode: shortCode(line.id),
      tillId: shop.identity?.tillId ?? null,
      storeId: shop.identity?.storeId ?? null,
    };
  };
}

const DAY_SECONDS = 86_400;
