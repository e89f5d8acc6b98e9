import { HOUR, SECOND } from '../../../shared/kernel/time.ts';
import type { Operator } from '../../../main/core/directory/people/operators.ts';
import { DEFAULT_SETTINGS } from '../../../main/core/directory/shop/settings.ts';
import type { Shifts } from '../../../main/core/shifts/shifts.ts';
import type { Ledger } from '../../../main/core/ledger/ledger.ts';
import type { ShopDay } from './calendar.ts';
import { makeSale } from './sale.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { tellSale } from './tell-sale.ts';
import type { ShopClock } from './teller.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

export interface Shop {
  readonly ledger: Ledger;
  readonly shifts: Shifts;
  /** `to` sets the clock to an instant. If that has passed, adds a second. */
  readonly clock: ShopClock & { to(at: number): void };
  readonly random: SeededRandom;
  readonly cashier: Operator;
  readonly manager: Operator;
}

/** The time from opening until the manager's shift. */
const FIRST_SHIFT = 7.5 * HOUR;

/** Plays one day: the cashier's shift until the afternoon, then the manager's. */
export function sellDay(shop: Shop, { day, opensAt, visits }: ShopDay, soldBefore: number): void {
  const { ledger, shifts, clock, random, cashier, manager } = shop;
  clock.to(opensAt);
  let onDuty = cashier;
  let shift = shifts.begin(byWindow(onDuty.id));
  visits.forEach((at, place) => {
    clock.to(at);
    if (onDuty === cashier && clock.now() > opensAt + FIRST_SHIFT) {
      shifts.end(byWindow(onDuty.id));
      onDuty = manager;
      shift = shifts.begin(byWindow(onDuty.id));
    }
    if (!shift.ok) throw new Error(`no shift on ${day}: ${shift.error}`);
    const counter = {
      till: DEFAULT_SETTINGS.tillName,
      zone: DEFAULT_SETTINGS.zone,
      shiftId: shift.value.id,
      operator: onDuty.id,
      manager: manager.id,
    };
    tellSale(makeSale(random, soldBefore + place), counter, ledger, clock, random);
  });
  clock.pass(random.between(30 * SECOND, 120 * SECOND));
  const closed = shifts.end(byWindow(onDuty.id));
  if (!closed.ok) throw new Error(`the shift of ${day} does not close: ${closed.error.code}`);
}
