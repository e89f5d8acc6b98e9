import type { ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import { panelStatusOf, type PanelStatus } from '../../../shared/domain/charge/panel-status.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';

/** The sums of charges, in centavos. */
export interface Figures {
  /** Charges, paid or not. */
  readonly count: number;
  /** The amounts of all charges, paid or not. */
  readonly amount: number;
  /** Charges with a payment. */
  readonly paidCount: number;
  readonly paid: number;
  readonly refunded: number;
  /** Paid less refunded. */
  readonly net: number;
}

/** The sums of the charges with one panel word. */
export interface PanelFigures extends Figures {
  readonly panel: PanelStatus;
}

const MONEY_SUMS = `coalesce(sum(amount_centavos), 0) AS amount, coalesce(sum(paid_centavos), 0) AS paid,
  coalesce(sum(refunded_centavos), 0) AS refunded,
  coalesce(sum(paid_centavos), 0) - coalesce(sum(refunded_centavos), 0) AS net`;
/** `Figures` of charges, for a SELECT. */
export const CHARGE_SUMS = `count(*) AS count, count(paid_centavos) AS paidCount, ${MONEY_SUMS}`;
/** `Figures` of report cells, for a SELECT. */
export const CELL_SUMS = `coalesce(sum(charges), 0) AS count, coalesce(sum(paid_charges), 0) AS paidCount, ${MONEY_SUMS}`;

/** Adds figures up. */
export function total(figures: readonly Figures[]): Figures {
  const sum = (field: keyof Figures): number => figures.reduce((before, each) => before + each[field], 0);
  return {
    count: sum('count'),
    amount: sum('amount'),
    paidCount: sum('paidCount'),
    paid: sum('paid'),
    refunded: sum('refunded'),
    net: sum('net'),
  };
}

/** What decides on the panel word of a charge, for a SELECT that groups by it. An index has these columns. */
export const PANEL_COLUMNS = 'status, refunded_centavos > 0 AS isRefunded';

/** Figures of charges that are equal in `PANEL_COLUMNS`. */
export interface StatusFigures extends Figures {
  readonly status: ChargeStatus;
  readonly isRefunded: number;
}

/** Replaces status and refund by the panel word. */
export function withPanel({ status, isRefunded, ...figures }: StatusFigures): PanelFigures {
  return { panel: panelStatusOf({ status, refundedAmount: centavos(isRefunded) }), ...figures };
}

/** Adds the figures of each panel word up. */
export function byPanel(parts: readonly PanelFigures[]): PanelFigures[] {
  return [...Map.groupBy(parts, ({ panel }) => panel)].map(([panel, each]) => ({ panel, ...total(each) }));
}
