import type { Sale } from './sale.ts';
import { PANEL_TITLES } from './words.ts';

/** Sums of sales. Money in centavos. */
export interface Sums {
  count: number;
  paidCount: number;
  amount: number;
  paid: number;
  refunded: number;
  net: number;
}

/** Sums of everything that was written, kept while it is. Bounded by days, states, wallets, tills and people. */
export interface Totals {
  readonly all: Sums;
  readonly byDay: ReadonlyMap<string, Sums>;
  readonly byStatus: ReadonlyMap<string, Sums>;
  readonly byWallet: ReadonlyMap<string, Sums>;
  readonly byTill: ReadonlyMap<string, Sums>;
  readonly byOperator: ReadonlyMap<string, Sums>;
  add(sale: Sale): void;
}

export function createTotals(): Totals {
  const all = nothing();
  const group = (): Map<string, Sums> => new Map();
  const [byDay, byStatus, byWallet, byTill, byOperator] = [group(), group(), group(), group(), group()];
  return {
    all,
    byDay,
    byStatus,
    byWallet,
    byTill,
    byOperator,
    add(sale) {
      count(all, sale);
      count(of(byDay, sale.day), sale);
      count(of(byStatus, PANEL_TITLES[sale.panel]), sale);
      count(of(byWallet, sale.wallet), sale);
      count(of(byTill, sale.till), sale);
      count(of(byOperator, sale.operator), sale);
    },
  };
}

function nothing(): Sums {
  return { count: 0, paidCount: 0, amount: 0, paid: 0, refunded: 0, net: 0 };
}

function of(groups: Map<string, Sums>, key: string): Sums {
  let sums = groups.get(key);
  if (sums === undefined) groups.set(key, (sums = nothing()));
  return sums;
}

function count(sums: Sums, { amount, paid, refunded, net }: Sale): void {
  sums.count += 1;
  sums.paidCount += paid === null ? 0 : 1;
  sums.amount += amount;
  sums.paid += paid ?? 0;
  sums.refunded += refunded;
  sums.net += net;
}
