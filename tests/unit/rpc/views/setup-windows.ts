import { createPresenter, type Presenter } from '../../../../main/core/rpc/views/presenter.ts';
import type { CustomerView, TillView } from '../../../../shared/contract/views.ts';
import { setUpTill, type TestTill } from '../../charges/setup-till.ts';

export type Screen = CustomerView['screen'];

export interface TillWithWindows extends TestTill {
  readonly presenter: Presenter;
  /** Every view that each window was given. */
  readonly cashier: TillView[];
  readonly customer: CustomerView[];
  screen(): Screen;
}

/** A till with both windows looking at it. */
export async function setUpWindows(): Promise<TillWithWindows> {
  const till = setUpTill();
  const presenter = createPresenter(till.clock, true);
  const cashier: TillView[] = [];
  const customer: CustomerView[] = [];
  presenter.sources['till/view'].subscribe((view) => cashier.push(view));
  presenter.sources['customer/view'].subscribe((view) => customer.push(view));
  presenter.attach(till.till);
  await till.clock.advance(0);
  return Object.assign(till, { presenter, cashier, customer, screen: () => customer.at(-1)!.screen });
}
