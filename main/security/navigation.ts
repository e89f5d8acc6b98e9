import type { WebContents } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';
import { parseUrl } from './parse-url.ts';

/** A page stays where it was loaded: main loads pages, links and scripts never do. Reloading the same page may. */
export function lockNavigation(contents: Pick<WebContents, 'on' | 'getURL'>, logger: Logger): void {
  const refuse = (event: Electron.Event, how: string, url: string): void => {
    event.preventDefault();
    logger.warn('navigation-refused', { how, origin: parseUrl(url)?.origin ?? '' });
  };
  contents.on('will-navigate', (event) => {
    if (event.url !== contents.getURL()) refuse(event, 'navigate', event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    // The main frame is the event above; no page of ours has frames.
    if (!event.isMainFrame) refuse(event, 'frame', event.url);
  });
  contents.on('will-redirect', (event) => refuse(event, 'redirect', event.url));
}
