import type { WebContents, WebFrameMain } from 'electron';
import { isAppUrl } from '../security/app-origin.ts';
import type { PageRole, TrustedPages } from '../windows/trusted-pages.ts';

export interface SenderEvent {
  readonly sender: Pick<WebContents, 'id'>;
  /** Null if the frame is gone or was navigated. */
  readonly senderFrame: Pick<WebFrameMain, 'parent' | 'url'> | null;
}

/**
 * Returns the role of a message's sender: a registered page that sends from its main frame while it shows our origin. Null for
 * every other sender.
 */
export function senderRole(event: SenderEvent, pages: Pick<TrustedPages, 'roleOf'>): PageRole | null {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || !isAppUrl(frame.url)) return null;
  return pages.roleOf(event.sender);
}
