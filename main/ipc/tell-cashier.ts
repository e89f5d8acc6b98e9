import type { Displays } from '../displays/displays.ts';
import type { CoreState, Supervisor } from '../supervisor/supervisor.ts';
import type { PagePorts } from './page-ports.ts';
import type { Push } from './push.ts';

/**
 * Sends the monitors and the core's state to the cashier's page after each change, and after each load of the page.
 *
 * @param holder returns the account whose till uses the data folder.
 */
export function tellCashier(
  push: Push,
  supervisor: Pick<Supervisor, 'state' | 'onState'>,
  displays: Pick<Displays, 'views' | 'onChange'>,
  ports: Pick<PagePorts, 'onAsked'>,
  holder: () => string | null,
): void {
  let isFirstStart = true;
  const tell = (state: CoreState): void => {
    const isHeld = state.trouble === 'data-folder-locked';
    push('core/state', { ...state, ...(isHeld ? { holder: holder() } : {}) });
  };
  supervisor.onState((state) => {
    isFirstStart = false;
    tell(state);
  });
  displays.onChange(() => push('displays/changed', displays.views()));
  ports.onAsked((role) => {
    if (role !== 'cashier') return;
    push('displays/changed', displays.views());
    // The first start is not reported, because the page waits for its first view.
    if (!isFirstStart) tell(supervisor.state());
  });
}
