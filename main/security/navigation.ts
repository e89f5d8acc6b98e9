import type { WebContents } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';
import { parseUrl } from './parse-url.ts';

/** Prevents navigation by links and scripts. Only main loads pages. A reload of the same page is allowed. */
export function lockNavigation(contents: Pick<WebContents, 'on' | 'getURL'>, logger: Logger): void {
  const refuse = (event: Electron.Event, how: string, url: string): void => {
    event.preventDefault();
    logger.warn('navigation-refused', { how, origin: parseUrl(url)?.origin ?? '' });
  };
  contents.on('will-navigate', (event) => {
    if (event.url !== contents.getURL()) refuse(event, 'navigate', event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    // The event above handles the main frame. Our pages have no other frames.
    if (!event.isMainFrame) refuse(event, 'frame', event.url);
  });
  contents.on('will-redirect', (event) => refuse(event, 'redirect', event.url));
}
