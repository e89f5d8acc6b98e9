import type { WebContents } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';

const WORST = ['warning', 'error'];
const MAX_LENGTH = 1_000;
/**
 * Chromium says this at each load, because of the sandbox in the policy of our pages. It is about a frame whose parent could
 * take its sandbox away. Our pages have no parent.
 */
const EXPECTED = 'An iframe which has both allow-scripts and allow-same-origin';
/** net::ERR_ABORTED: another load replaced it, as a reload does. */
const ABORTED = -3;

/**
 * The details of a console message. From Electron 35 they are on the event. Before that they were arguments, and the level was
 * a number.
 */
interface ConsoleDetails {
  readonly level?: string;
  readonly message?: string;
  readonly lineNumber?: number;
}

/** Logs the complaints of a page: uncaught errors, policy violations, warnings of its libraries. */
export function followPage(contents: Pick<WebContents, 'on'>, page: string, logger: Logger): void {
  contents.on('console-message', (event: ConsoleDetails, level: unknown, message: unknown, line: unknown) => {
    const isBad = event.level === undefined ? Number(level) >= 2 : WORST.includes(event.level);
    if (!isBad) return;
    const text = event.message ?? String(message);
    if (text.startsWith(EXPECTED)) return;
    logger.warn('page-said', {
      page,
      text: text.slice(0, MAX_LENGTH),
      line: event.lineNumber ?? Number(line),
    });
  });
  contents.on('preload-error', (_, path, error) =>
    logger.error('preload-failed', { page, path, detail: error.stack ?? error.message }),
  );
  contents.on('did-fail-load', (_, code, text) => {
    if (code !== ABORTED) logger.error('page-not-loaded', { page, code, text });
  });
  contents.on('unresponsive', () => logger.error('page-hangs', { page }));
}
