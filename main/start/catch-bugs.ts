import type { Logger } from '../../shared/kernel/logger.ts';

/**
 * Logs a bug in main and ends its operation only. The screens and the core continue. Without this, Electron would show a dialog
 * over the customer's payment.
 */
export function catchBugs(logger: Logger): void {
  const log = (event: string) => (bug: unknown) =>
    logger.error(event, { detail: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) });
  process.on('uncaughtException', log('bug'));
  process.on('unhandledRejection', log('bug-in-a-promise'));
}
