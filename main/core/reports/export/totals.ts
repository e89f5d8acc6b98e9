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

/** The sums of what has an id and a name. */
export interface Group {
  readonly name: string;
  readonly sums: Sums;
}

/** Sums of everything that was written, kept while it is. Bounded by days, states, wallets, tills and people. */
export interface Totals {
  readonly all: Sums;
  /** Of the charges with an observation. */
  readonly noted: Sums;
  /** Of those where nobody can tell how much went back: in no sum of what did, or of what stayed. */
  readonly unclear: Sums;
  readonly byDay: ReadonlyMap<string, Sums>;
  readonly byStatus: ReadonlyMap<string, Sums>;
  readonly byStore: ReadonlyMap<string, Sums>;
  readonly byWallet: ReadonlyMap<string, Group>;
  /** By store and till: two stores may each have a `caixa-1`. */
  readonly byTill: ReadonlyMap<string, Group>;
  readonly byOperator: ReadonlyMap<string, Group>;
  add(sale: Sale): void;
}

export function createTotals(): Totals {
  const [all, noted, unclear] = [nothing(), nothing(), nothing()];
  const sums = (): Map<string, Sums> => new Map();
  const groups = (): Map<string, Group> => new Map();
  const [byDay, byStatus, byStore] = [sums(), sums(), sums()];
  const [byWallet, byTill, byOperator] = [groups(), groups(), groups()];
  return {
    all,
    noted,
    unclear,
    byDay,
    byStatus,
    byStore,
    byWallet,
    byTill,
    byOperator,
    add(sale) {
      count(all, sale);
      if (sale.observation !== null) count(noted, sale);
      if (sale.refunded === null) count(unclear, sale);
      count(of(byDay, sale.day), sale);
      count(of(byStatus, PANEL_TITLES[sale.panel]), sale);
      count(of(byStore, sale.store), sale);
      count(named(byWallet, sale.walletId, sale.wallet), sale);
      count(named(byTill, `${sale.store} · ${sale.till}`, sale.till), sale);
      count(named(byOperator, sale.operatorId, sale.operator), sale);
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

function named(groups: Map<string, Group>, id: string, name: string): Sums {
  let group = groups.get(id);
  if (group === undefined) groups.set(id, (group = { name, sums: nothing() }));
  return group.sums;
}

function count(sums: Sums, { amount, paid, refunded, net }: Sale): void {
  sums.count += 1;
  sums.paidCount += paid === null ? 0 : 1;
  sums.amount += amount;
  sums.paid += paid ?? 0;
  sums.refunded += refunded ?? 0;
  sums.net += net ?? 0;
}
