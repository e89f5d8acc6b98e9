import type { App, Session, WebContents } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';
import { parseUrl } from './parse-url.ts';

/** Addresses that leave the machine or read its files. */
const OUTSIDE = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*'];

type NetworkSession = Pick<Session, 'webRequest' | 'setSpellCheckerEnabled' | 'setSpellCheckerLanguages'>;

/** Blocks the network for pages, also if a policy header is missing. Only the core talks to the gateway. */
export function cutNetwork(session: NetworkSession, logger: Logger): void {
  session.webRequest.onBeforeRequest({ urls: OUTSIDE }, ({ url }, answer) => {
    logger.warn('page-request-refused', { origin: parseUrl(url)?.origin ?? '' });
    answer({ cancel: true });
  });
  // Chromium itself would download a dictionary, also if `spellcheck` is off in every window. Without a language it asks for none.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}

/**
 * Lets Chromium find no address, neither of a name nor of a number. This stops what is not a request, so that neither a policy
 * nor `webRequest` sees it: `dns-prefetch`, `preconnect` and TURN over TCP. It has no effect on the core, which uses Node's
 * own sockets. Must be called before Electron is ready.
 */
export function closeResolver(app: Pick<App, 'commandLine'>): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** Forbids WebRTC to send packets by itself. It may use a proxy only, and there is none. */
export function lockWebRtc(contents: Pick<WebContents, 'setWebRTCIPHandlingPolicy'>): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
