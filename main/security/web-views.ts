import type { WebContents } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';

/** Prevents every <webview>. */
export function lockWebViews(contents: Pick<WebContents, 'on'>, logger: Logger): void {
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    logger.warn('webview-refused');
  });
}
