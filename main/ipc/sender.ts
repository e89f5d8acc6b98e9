import type { WebContents, WebFrameMain } from 'electron';
import { isAppUrl } from '../security/app-origin.ts';
import type { PageRole, TrustedPages } from '../windows/trusted-pages.ts';

export interface SenderEvent {
  readonly sender: Pick<WebContents, 'id'>;
  /** Null once the frame has gone or moved on. */
  readonly senderFrame: Pick<WebFrameMain, 'parent' | 'url'> | null;
}

/** Who sent a message: a registered page, from its main frame, while it shows our origin. Null for anybody else. */
export function senderRole(event: SenderEvent, pages: Pick<TrustedPages, 'roleOf'>): PageRole | null {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || !isAppUrl(frame.url)) return null;
  return pages.roleOf(event.sender);
}
