import type { CustomerView } from '../../../shared/contract/views.ts';
import type { World } from '../world.ts';

/** Whoever stands before the screen: pays now, late, another amount, twice, or walks away. Can pay only what was shown. */
export function createCustomers(world: World): {
  readonly shown: ReadonlySet<string>;
  look(screen: CustomerView['screen']): void;
} {
  const { random, time, gateway } = world;
  const shown = new Set<string>();

  const pay = (brCode: string, amount: number, evenIfClosed: boolean): void => {
    const order = gateway.orders.find((each) => each.brCode === brCode);
    if (order === undefined) return;
    const landed = gateway.pay(order, amount, time.elapsed(), evenIfClosed);
    world.note(`payment of ${amount} for ${order.ref.slice(-7)}: ${landed ? 'lands' : 'turned away'}`);
  };

  const plan = (brCode: string, amount: number): void => {
    const mood = random.fraction();
    if (mood < 0.3) return;
    const other = random.chance(0.04) ? Math.max(1, amount - random.between(1, 50)) : amount;
    const thinking = random.chance(0.8) ? random.between(500, 60_000) : random.between(60_000, 600_000);
    const flight = random.chance(0.9) ? random.between(200, 4_000) : random.between(4_000, 40_000);
    const evenIfClosed = random.chance(0.4);
    time.after(thinking + flight, () => pay(brCode, other, evenIfClosed));
    if (random.chance(0.05))
      time.after(thinking + flight + random.between(0, 20_000), () => pay(brCode, amount, evenIfClosed));
  };

  return {
    shown,
    look(screen) {
      if (screen.kind !== 'qr' || shown.has(screen.brCode)) return;
      shown.add(screen.brCode);
      plan(screen.brCode, screen.amount);
    },
  };
}
