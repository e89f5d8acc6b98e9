import type { CustomerView } from '../../../shared/contract/views.ts';
import type { ModelOrder } from '../model/model-order.ts';
import type { World } from '../world.ts';

/** The people before the screen: they pay now, late, another amount, twice, or walk away. They pay only what was shown. */
export interface Customers {
  look(screen: CustomerView['screen']): void;
  /** Payments that are on their way or will be made. */
  underWay(): number;
  /** The orders that were paid. The rest at the end of a story deletes each one that the ledger knows. */
  readonly paid: Set<ModelOrder>;
  /** The shop is closed: payments that are further away than this are never made, ms. */
  leave(withinMs: number): void;
}

const HOUR = 3_600_000;

export function createCustomers(world: World): Customers {
  const { time, gateway } = world;
  const { customer: random } = world.chances;
  const shown = new Set<string>();
  const paid = new Set<ModelOrder>();
  const plans = new Set<{ readonly at: number; readonly drop: () => void }>();

  const pay = (brCode: string, amount: number, evenIfClosed: boolean): void => {
    const order = gateway.byBrCode(brCode);
    if (order === null) return;
    const landed = gateway.pay(order, amount, evenIfClosed);
    if (landed) paid.add(order);
    world.note(`payment of ${amount} for ${order.ref.slice(-7)}: ${landed ? 'lands' : 'turned away'}`);
  };

  const later = (delayMs: number, brCode: string, amount: number, evenIfClosed: boolean): void => {
    const plan = {
      at: time.elapsed() + delayMs,
      drop: time.after(delayMs, () => {
        plans.delete(plan);
        pay(brCode, amount, evenIfClosed);
      }),
    };
    plans.add(plan);
  };

  const thinkingTime = (): number => {
    const kind = random.fraction();
    if (kind < 0.8) return random.between(500, 60_000);
    // Hours: a printed slip in a pocket, or a bank that takes its time.
    return kind < 0.985 ? random.between(60_000, 600_000) : random.between(600_000, 20 * HOUR);
  };

  const plan = (brCode: string, amount: number): void => {
    const mood = random.fraction();
    if (mood < 0.2) return;
    const other = random.chance(0.04) ? Math.max(1, amount - random.between(1, 50)) : amount;
    const flight = random.chance(0.9) ? random.between(200, 4_000) : random.between(4_000, 40_000);
    const delay = thinkingTime() + flight;
    const evenIfClosed = random.chance(0.4);
    later(delay, brCode, other, evenIfClosed);
    if (random.chance(0.05)) later(delay + random.between(0, 20_000), brCode, amount, evenIfClosed);
  };

  return {
    look(screen) {
      if (screen.kind !== 'qr' || shown.has(screen.brCode)) return;
      shown.add(screen.brCode);
      plan(screen.brCode, screen.amount);
    },
    paid,
    underWay: () => plans.size,
    leave(withinMs) {
      for (const each of plans) {
        if (each.at <= time.elapsed() + withinMs) continue;
        each.drop();
        plans.delete(each);
      }
    },
  };
}
