import type { App } from 'electron';
import type { Supervisor } from '../supervisor/supervisor.ts';
import type { CustomerScreen } from '../windows/customer-screen.ts';

/**
 * The time in which the core finishes its writes, including the backup of a closing (10 s), and unlocks the data folder, ms.
 */
const CORE_MS = 12_000;

/** Creates the end of the app after the decision to quit: the customer's window stays closed, the core ends, the app exits. */
export function createLeave(
  app: Pick<App, 'exit'>,
  supervisor: Pick<Supervisor, 'stop'>,
  customer: Pick<CustomerScreen, 'letGo'>,
): () => Promise<void> {
  return async () => {
    customer.letGo();
    await supervisor.stop(CORE_MS);
    // `quit()` would ask again.
    app.exit(0);
  };
}
