import type { PowerMonitor } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';
import type { Supervisor } from '../supervisor/supervisor.ts';

/**
 * Tells the core when the machine has slept. Meanwhile a customer may have paid, or a QR may have expired. Before the sleep nothing is
 * to do: every act is on disk before it is shown.
 */
export function watchPower(
  powerMonitor: Pick<PowerMonitor, 'on'>,
  supervisor: Pick<Supervisor, 'resumed'>,
  logger: Logger,
): void {
  powerMonitor.on('suspend', () => logger.info('machine-sleeps', {}));
  powerMonitor.on('resume', () => {
    logger.info('machine-woke', {});
    supervisor.resumed();
  });
}
