import type { Logger } from '../../shared/kernel/logger.ts';

/**
 * A bug in main is logged and ends the operation it is in, not the till: the screens and the core go on, where
 * Electron's own answer would be a dialog over the customer's payment.
 */
export function catchBugs(logger: Logger): void {
  const log = (event: string) => (bug: unknown) =>
    logger.error(event, { detail: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) });
  process.on('uncaughtException', log('bug'));
  process.on('unhandledRejection', log('bug-in-a-promise'));
}
