import type { Figures } from '../../search/figures.ts';
import type { Sale } from './sale.ts';
import { PANEL_TITLES } from './words.ts';

/** Figures to which sales are added one by one. */
type RunningFigures = { -readonly [Field in keyof Figures]: Figures[Field] };

/** The sums of the sales of one wallet, till or person. */
export interface Group {
  readonly name: string;
  readonly sums: Figures;
}

interface RunningGroup extends Group {
  readonly sums: RunningFigures;
}

/** The sums of the sales of a report, added while they are written. */
export interface Totals {
  readonly all: Figures;
  /** The charges with an observation. */
  readonly noted: Figures;
  /** Charges whose refunded amount is unknown. It is part of neither `refunded` nor `net` in any sum. */
  readonly unclear: Figures;
  readonly byDay: ReadonlyMap<string, Figures>;
  readonly byStatus: ReadonlyMap<string, Figures>;
  readonly byStore: ReadonlyMap<string, Figures>;
  readonly byWallet: ReadonlyMap<string, Group>;
  /** By store and till, because two stores can have tills of the same name. */
  readonly byTill: ReadonlyMap<string, Group>;
  readonly byOperator: ReadonlyMap<string, Group>;
  add(sale: Sale): void;
}

/** Creates sums without sales. */
export function createTotals(): Totals {
  const [all, noted, unclear] = [nothing(), nothing(), nothing()];
  const sums = (): Map<string, RunningFigures> => new Map();
  const groups = (): Map<string, RunningGroup> => new Map();
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

function nothing(): RunningFigures {
  return { count: 0, paidCount: 0, amount: 0, paid: 0, refunded: 0, net: 0 };
}

function of(groups: Map<string, RunningFigures>, key: string): RunningFigures {
  let sums = groups.get(key);
  if (sums === undefined) groups.set(key, (sums = nothing()));
  return sums;
}

function named(groups: Map<string, RunningGroup>, id: string, name: string): RunningFigures {
  let group = groups.get(id);
  if (group === undefined) groups.set(id, (group = { name, sums: nothing() }));
  return group.sums;
}

function count(sums: RunningFigures, { amount, paid, refunded, net }: Sale): void {
  sums.count += 1;
  sums.paidCount += paid === null ? 0 : 1;
  sums.amount += amount;
  sums.paid += paid ?? 0;
  sums.refunded += refunded ?? 0;
  sums.net += net ?? 0;
}
