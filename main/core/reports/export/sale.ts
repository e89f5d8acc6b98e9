import { calendarParts } from '../../../../shared/domain/business-day/calendar-parts.ts';
import { shortCode } from '../../../../shared/domain/short-code/short-code.ts';
import { panelStatusOf, type PanelStatus } from '../../../../shared/domain/charge/panel-status.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';
import type { ChargeLine } from '../../ledger/charge-lines.ts';
import type { Shop } from './shop.ts';

/** One charge in the words of a report. Money in centavos. */
export interface Sale {
  /** The business day, `YYYY-MM-DD`. */
  readonly day: string;
  /** Seconds since the store's midnight, by its clock on the wall. */
  readonly second: number;
  readonly store: string;
  readonly till: string;
  readonly operator: string;
  readonly reference: string | null;
  readonly wallet: string;
  readonly amount: number;
  /** Null while nothing arrived. */
  readonly paid: number | null;
  readonly refunded: number;
  /** What stayed with the shop. */
  readonly net: number;
  readonly panel: PanelStatus;
  readonly late: boolean;
  /** A manager settled it without proof. */
  readonly forced: boolean;
  readonly endToEndId: string | null;
  /** The gateway's, of the newest attempt. */
  readonly orderId: string | null;
  readonly shortCode: string;
}

/** Turns what is read of a ledger into sales. */
export function createSaleReader(shop: Shop): (line: ChargeLine) => Sale {
  const secondOf = wallSeconds(shop.zone);
  return (line) => {
    const [id, day, createdAt, till, operator, reference, wallet, key, amount, paid, refunded] = line;
    const [, , , , , , , , , , , status, late, forced, endToEndId, orderId, store] = line;
    return {
      day,
      second: secondOf(createdAt),
      // Charges of before stores were written down are of the one there was.
      store: store === '' ? shop.name : store,
      till,
      operator: shop.operator(operator),
      reference,
      wallet: shop.wallet(wallet, key),
      amount,
      paid,
      refunded,
      net: (paid ?? 0) - refunded,
      panel: panelStatusOf({ status, refundedAmount: centavos(refunded) }),
      late: late === 1,
      forced: forced === 1,
      endToEndId,
      orderId,
      shortCode: shortCode(id),
    };
  };
}

const QUARTER = 900_000;
const DAY_SECONDS = 86_400;

/**
 * Seconds since midnight on a wall in `zone`. Intl is asked once for each quarter of an hour that has sales: clocks are
 * set only between those.
 */
function wallSeconds(zone: string): (at: number) => number {
  const starts = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER);
    let start = starts.get(quarter);
    if (start === undefined) {
      const { hour, minute, second } = calendarParts(epochMs(quarter * QUARTER), zone);
      start = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
      starts.set(quarter, start);
    }
    return (start + Math.floor((at - quarter * QUARTER) / 1000)) % DAY_SECONDS;
  };
}
