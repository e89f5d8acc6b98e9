import type { Displays } from '../displays/displays.ts';
import type { Supervisor } from '../supervisor/supervisor.ts';
import type { PagePorts } from './page-ports.ts';
import type { Push } from './push.ts';

/** Keeps the cashier's page told of the monitors and of the core's state, also a page that has just been loaded. */
export function tellCashier(
  push: Push,
  supervisor: Pick<Supervisor, 'state' | 'onState'>,
  displays: Pick<Displays, 'views' | 'onChange'>,
  ports: Pick<PagePorts, 'onAsked'>,
): void {
  let isFirstStart = true;
  supervisor.onState((state) => {
    isFirstStart = false;
    push('core/state', state);
  });
  displays.onChange(() => push('displays/changed', displays.views()));
  ports.onAsked((role) => {
    if (role !== 'cashier') return;
    push('displays/changed', displays.views());
    // Starting for the first time is no trouble to report: the page waits for its first view anyway.
    if (!isFirstStart) push('core/state', supervisor.state());
  });
}
