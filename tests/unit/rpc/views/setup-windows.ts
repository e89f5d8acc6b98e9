import { createPeopleRows } from '../../../../main/core/directory/people/people-rows.ts';
import { pinDigest } from '../../../../main/core/ledger/projections/people-event.ts';
import { createPresenter, type Presenter } from '../../../../main/core/rpc/views/presenter.ts';
import type { CustomerView, TillView } from '../../../../shared/contract/views.ts';
import { BY_MACHINE, byWindow, type By } from '../../../../shared/domain/ledger-event/by.ts';
import { setUpTill, type TestTill } from '../../charges/setup-till.ts';

export type Screen = CustomerView['screen'];

export interface TillWithWindows extends TestTill {
  readonly presenter: Presenter;
  /** The person at work. */
  readonly by: By;
  /** Every view that each window was given. */
  readonly cashier: TillView[];
  readonly customer: CustomerView[];
  screen(): Screen;
}

/** A till with both windows looking at it, and a manager at work. */
export async function setUpWindows(): Promise<TillWithWindows> {
  const till = setUpTill();
  const by = byWindow(hire(till.till));
  till.till.shifts.begin(by);
  const presenter = createPresenter(till.clock, true);
  const cashier: TillView[] = [];
  const customer: CustomerView[] = [];
  presenter.sources['till/view'].subscribe((view) => cashier.push(view));
  presenter.sources['customer/view'].subscribe((view) => customer.push(view));
  presenter.attach(till.till);
  await till.clock.advance(0);
  return Object.assign(till, { presenter, cashier, customer, by, screen: () => customer.at(-1)!.screen });
}

/** Adds a manager as the people's own code does, but for the slow hash of a PIN that no test types. Returns the id. */
function hire({ ledger }: TestTill['till']): string {
  const person = { id: 'marta', name: 'Marta', role: 'manager' } as const;
  const hash = 'of no PIN';
  ledger.record('operator-added', { ...person, pinDigest: pinDigest(hash) }, BY_MACHINE, (at) => {
    createPeopleRows(ledger.db).insert({ ...person, pin_hash: hash }, at);
  });
  return person.id;
}
