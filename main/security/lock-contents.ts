import type { App } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';
import { lockNavigation } from './navigation.ts';
import { lockWebRtc } from './network.ts';
import { lockPopups } from './popups.ts';
import { refuseFileInputs } from './system-dialogs.ts';
import { lockWebViews } from './web-views.ts';

/** Applies the rules for pages to every page that the app creates. */
export function lockContents(
  app: Pick<App, 'on'>,
  openExternal: (url: string) => void,
  logger: Logger,
): void {
  app.on('web-contents-created', (_, contents) => {
    lockNavigation(contents, logger);
    lockWebViews(contents, logger);
    lockPopups(contents, openExternal);
    lockWebRtc(contents);
    refuseFileInputs(contents, logger);
  });
}
