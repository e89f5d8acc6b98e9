import type { WebContents } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';
import type { Clock } from '../../shared/kernel/time.ts';

const TOO_MANY = 3;
const WINDOW_MS = 60_000;

/**
 * Loads a page again if its process dies. The charge is in the core, so nothing is lost. A page that dies again and again is
 * not loaded any more, because a flickering window helps no person: `givenUp` is called.
 */
export function keepPageAlive(
  contents: Pick<WebContents, 'on' | 'reload' | 'isDestroyed'>,
  name: string,
  logger: Logger,
  clock: Clock,
  givenUp: () => void,
): void {
  let deaths: number[] = [];
  contents.on('render-process-gone', (_, { reason, exitCode }) => {
    logger.error('page-died', { page: name, reason, exitCode });
    if (reason === 'clean-exit') return;
    const now = clock.monotonic();
    deaths = [...deaths.filter((at) => now - at < WINDOW_MS), now];
    if (deaths.length >= TOO_MANY) {
      logger.error('page-given-up', { page: name });
      givenUp();
    } else clock.after(0, () => contents.isDestroyed() || contents.reload());
  });
}
