import type { Payload } from '../../../../shared/contract/index.ts';
import type { ShopView } from '../../../../shared/contract/shop.ts';
import type { CustomerSees, CustomerView, TillView } from '../../../../shared/contract/views.ts';
import type { z } from 'zod';
import { businessDay } from '../../../../shared/domain/business-day/business-day.ts';
import { waitsForOperator, type Charge } from '../../../../shared/domain/charge/charge.ts';
import { MINUTE, SECOND, type Cancel, type Clock } from '../../../../shared/kernel/time.ts';
import type { Sources } from '../../../../shared/rpc/server.ts';
import type { Screens } from '../../till/core.ts';
import type { Till } from '../../till/till.ts';
import { toCustomerView } from './customer-view.ts';
import { toShopView } from './shop-view.ts';
import { toTillView, type ViewState } from './till-view.ts';

/** How long both screens show the end of a charge, ms. */
const NEWS = 8 * SECOND;

/** The screens of a core, and the views that ports subscribe to. */
export interface Presenter extends Screens {
  readonly sources: Pick<Sources, 'till/view' | 'customer/view' | 'manager/shop' | 'till/at-work'>;
}

/**
 * Creates the presenter, which makes the views from the changes of the till. All changes within one turn of the event loop
 * become one view, so that drawing does not delay writing.
 */
export function createPresenter(clock: Clock, modeChosen: boolean): Presenter {
  const cashiers = new Set<(view: TillView) => void>();
  const customers = new Set<(view: CustomerView) => void>();
  const managers = new Set<(view: ShopView) => void>();
  const shells = new Set<(view: Payload<'till/at-work'>) => void>();
  let till: Till | null = null;
  let detach: Cancel | null = null;
  let due: Cancel | null = null;
  let stopWatch: Cancel | null = null;
  let newsEnds: Cancel | null = null;
  let lastEnded: Charge | null = null;
  let onCounter: string | null = null;
  let chosen = modeChosen;
  let phone: string | null = null;
  let productionManagers: ViewState['productionManagers'] = [];
  let sees: z.infer<typeof CustomerSees> = 'nothing';

  const tillView = (of: Till): TillView =>
    toTillView(of, {
      modeChosen: chosen,
      customerSees: sees,
      trainingPhoneUrl: phone,
      productionManagers,
      lastEnded,
    });

  const publish = (): void => {
    due = null;
    if (till === null) return;
    if (customers.size > 0) {
      const view = toCustomerView(till, lastEnded, chosen);
      for (const listener of customers) listener(view);
    }
    if (cashiers.size > 0) {
      const view = tillView(till);
      for (const listener of cashiers) listener(view);
    }
    if (managers.size > 0) {
      const view = toShopView(till);
      for (const listener of managers) listener(view);
    }
    for (const listener of shells) listener(toAtWork(till));
  };

  const soon = (): void => {
    due ??= clock.after(0, publish);
  };

  /**
   * Publishes when the business day ends, because no event reports it. Checks every full minute: midnight is at a full minute in
   * every zone, and the timers of a sleeping machine are late.
   */
  const watchDay = (of: Till, day: string): void => {
    stopWatch = clock.after(MINUTE - (clock.now() % MINUTE), () => {
      const now = dayOf(of);
      if (now !== day) soon();
      watchDay(of, now);
    });
  };

  const forgetNews = (): void => {
    newsEnds?.();
    newsEnds = null;
    lastEnded = null;
  };

  const changed = (charge: Charge | null): void => {
    if (charge !== null && waitsForOperator(charge)) {
      onCounter = charge.id;
      forgetNews();
    } else if (
      charge !== null &&
      (charge.id === onCounter || (onCounter === null && isRefundedUnfinalized(charge)))
    ) {
      onCounter = null;
      forgetNews();
      lastEnded = charge;
      newsEnds = clock.after(NEWS, () => {
        forgetNews();
        soon();
      });
    } else if (charge !== null && charge.id === lastEnded?.id) {
      lastEnded = charge;
    }
    soon();
  };

  return {
    attach(next) {
      detach?.();
      forgetNews();
      till = next;
      onCounter = next.ledger.charges.waiting()?.id ?? null;
      const stops = [next.onChange(changed), next.ledger.onAppend(soon)];
      detach = () => {
        for (const stop of stops) stop();
        stopWatch?.();
      };
      watchDay(next, dayOf(next));
      soon();
    },
    detach() {
      detach?.();
      detach = null;
      due?.();
      due = null;
      forgetNews();
      till = null;
    },
    setModeChosen(value) {
      chosen = value;
      soon();
    },
    setTrainingPhone(url) {
      phone = url;
      soon();
    },
    setProductionManagers(managers) {
      productionManagers = managers;
      soon();
    },
    sources: {
      'till/view': {
        subscribe(listener) {
          cashiers.add(listener);
          if (till !== null) listener(tillView(till));
          return () => void cashiers.delete(listener);
        },
      },
      'manager/shop': {
        subscribe(listener) {
          managers.add(listener);
          if (till !== null) listener(toShopView(till));
          return () => void managers.delete(listener);
        },
      },
      'till/at-work': {
        subscribe(listener) {
          shells.add(listener);
          if (till !== null) listener(toAtWork(till));
          return () => void shells.delete(listener);
        },
      },
      'customer/view': {
        subscribe(listener) {
          customers.add(listener);
          if (till !== null) listener(toCustomerView(till, lastEnded, chosen));
          return () => {
            customers.delete(listener);
            if (customers.size === 0) sees = 'nothing';
            soon();
          };
        },
        acknowledged({ shows }) {
          if (shows === sees) return;
          sees = shows;
          soon();
        },
      },
    },
  };
}

/** True for a paid sale that was refunded before it was finalized. Its customer sees that, also after a long time. */
function isRefundedUnfinalized({ status, finalizedAt }: Charge): boolean {
  return status === 'refunded' && finalizedAt === null;
}

function toAtWork({ shifts }: Till): Payload<'till/at-work'> {
  return { shiftOpen: shifts.open() !== null };
}

function dayOf({ clock, settings }: Till): string {
  return businessDay(clock.now(), settings.get().zone);
}
