import type { ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import { panelStatusOf, type PanelStatus } from '../../../shared/domain/charge/panel-status.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';

/** What some charges come to; centavos. */
export interface Figures {
  readonly count: number;
  /** What was asked for. */
  readonly amount: number;
  readonly paidCount: number;
  readonly paid: number;
  readonly refunded: number;
}

export interface PanelFigures extends Figures {
  readonly panel: PanelStatus;
}

/** The sums of charges, and of the cells that stand for many of them, under the same names. */
export const CHARGE_SUMS = `count(*) AS count, coalesce(sum(amount_centavos), 0) AS amount,
  count(paid_centavos) AS paidCount, coalesce(sum(paid_centavos), 0) AS paid,
  coalesce(sum(refunded_centavos), 0) AS refunded`;
export const CELL_SUMS = `coalesce(sum(charges), 0) AS count, coalesce(sum(amount_centavos), 0) AS amount,
  coalesce(sum(paid_charges), 0) AS paidCount, coalesce(sum(paid_centavos), 0) AS paid,
  coalesce(sum(refunded_centavos), 0) AS refunded`;

export function total(figures: readonly Figures[]): Figures {
  const sum = (of: keyof Figures): number => figures.reduce((before, each) => before + each[of], 0);
  return {
    count: sum('count'),
    amount: sum('amount'),
    paidCount: sum('paidCount'),
    paid: sum('paid'),
    refunded: sum('refunded'),
  };
}

/** What charges are grouped by so that their words can be told: SQLite reads that much from an index. */
export const CHARGE_STANDING = 'status, refunded_centavos > 0 AS returned';

/** Figures of charges that have `CHARGE_STANDING` in common. */
export interface StandingFigures extends Figures {
  readonly status: ChargeStatus;
  readonly returned: number;
}

/** The same in the panel's words. */
export function inWords({ status, returned, ...figures }: StandingFigures): PanelFigures {
  return { panel: panelStatusOf({ status, refundedAmount: centavos(returned) }), ...figures };
}

/** One row for each status, whatever parts the figures came in. */
export function byPanel(parts: readonly PanelFigures[]): PanelFigures[] {
  return [...Map.groupBy(parts, ({ panel }) => panel)].map(([panel, each]) => ({ panel, ...total(each) }));
}
