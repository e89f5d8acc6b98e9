import type { Cancel } from '../../shared/kernel/time.ts';
import type { Transport } from '../port/transport.ts';
import { createEntryStore, EMPTY_AMOUNT } from '../stores/entry-store.ts';
import { endedAfter } from '../stores/follow-ends.ts';
import { createTillStore, followTill, type TillState } from '../stores/till-store.ts';
import { createUiStore } from '../stores/ui-store.ts';
import { createActions } from './actions.ts';
import type { Cashier } from './till-context.ts';
import { mentions } from './screen-of.ts';
import { trainingTarget } from './training-target.ts';

/** Puts the stores of the window together and lets them follow the core. */
export function createCashier(port: Transport): Cashier & { follow(): Cancel } {
  const till = createTillStore();
  const entry = createEntryStore();
  const ui = createUiStore();
  const known = new Set<string>();
  const actions = createActions({ port, till, entry, ui, known });

  const onView = ({ view }: TillState, before: TillState): void => {
    if (view === null || view === before.view) return;
    const local = ui.getState();
    const ended = endedAfter(local.ended, view, (id) => known.has(id));
    const created = local.created !== null && mentions(view, local.created.id) ? null : local.created;
    const lateIds = new Set(view.late.map(({ id }) => id));
    const deferredLate = local.deferredLate.filter((id) => lateIds.has(id));
    const phoneTarget = trainingTarget(view, local);
    ui.setState({
      ended,
      created,
      phoneTarget,
      deferredLate,
      ...(view.current === null ? { settle: null } : {}),
    });
    // What was typed has become a charge, perhaps one whose answer was lost with the core.
    if (view.current === null && local.isNextSale) ui.setState({ isNextSale: false });
    if (view.current !== null && entry.getState().amount !== 0 && !local.isNextSale) {
      entry.dispatch({ type: 'clear' }, EMPTY_AMOUNT);
    }
  };

  const moments = {
    onQuitRefused: () => actions.settle('quit'),
    onQuitAsked: ({ operator }: { readonly operator: string | null }) =>
      ui.setState({ quitAsked: { operator } }),
  };

  return {
    port,
    till,
    entry,
    ui,
    actions,
    follow() {
      const cancels = [till.subscribe(onView), followTill(till, port, moments)];
      return () => {
        for (const cancel of cancels) cancel();
      };
    },
  };
}
