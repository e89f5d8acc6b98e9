import { SECOND } from '../../../shared/kernel/time.ts';
import type { Ledger } from '../../../main/core/ledger/ledger.ts';
import type { Sale } from './sale.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { beginSale, TIME_LIMIT, type Counter, type ShopClock } from './teller.ts';

/** Writes one sale into the ledger, from its first event to its last. */
export function tellSale(
  sale: Sale,
  at: Counter,
  ledger: Ledger,
  clock: ShopClock,
  random: SeededRandom,
): void {
  const teller = beginSale(sale, at, ledger, clock, random);
  const wait = (least: number, most: number): void =>
    clock.pass(random.between(least * SECOND, most * SECOND));
  switch (sale.fate) {
    case 'paid':
      teller.open(1);
      teller.pay(1);
      return teller.finalize();
    case 'second-try':
      teller.lose();
      teller.open(2);
      teller.pay(2);
      teller.finalize();
      return teller.orphanAbsent();
    case 'cancelled':
      teller.open(1);
      wait(6, 70);
      return teller.giveUp('operator');
    case 'expired':
      teller.open(1);
      clock.pass(TIME_LIMIT);
      return teller.giveUp('time-limit');
    case 'refused':
      return teller.refuse();
    case 'late-kept':
    case 'late-returned':
      teller.open(1);
      wait(40, 90);
      teller.giveUp('operator');
      teller.pay(1);
      if (sale.fate === 'late-kept') return teller.finalize();
      return teller.refund(sale.amount, 'pago depois do cancelamento');
    case 'refunded':
    case 'partly-refunded':
      teller.open(1);
      teller.pay(1);
      teller.finalize();
      if (sale.fate === 'refunded') return teller.refund(sale.amount, 'produto devolvido');
      return teller.refund(Math.ceil(sale.amount * 0.3), 'item em falta');
  }
}
