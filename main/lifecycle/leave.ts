import type { App } from 'electron';
import type { Supervisor } from '../supervisor/supervisor.ts';
import type { CustomerScreen } from '../windows/customer-screen.ts';

/** The core has this long to finish what it is writing, the backup of a closing (10 s) too, and to let go of the data folder. */
const CORE_MS = 12_000;

/** The way out, once it is decided: the customer's screen stays closed, the core finishes, everything ends. */
export function createLeave(
  app: Pick<App, 'exit'>,
  supervisor: Pick<Supervisor, 'stop'>,
  customer: Pick<CustomerScreen, 'letGo'>,
): () => Promise<void> {
  return async () => {
    customer.letGo();
    await supervisor.stop(CORE_MS);
    // Not quit(): nobody is asked again.
    app.exit(0);
  };
}
