import type { Session } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';
import { parseUrl } from './parse-url.ts';

/** Everything that leaves the machine or reads its files. */
const OUTSIDE = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*'];

/** Pages have no network of their own, whatever a policy header should miss: only the core talks to the gateway. */
export function cutNetwork(session: Pick<Session, 'webRequest'>, logger: Logger): void {
  session.webRequest.onBeforeRequest({ urls: OUTSIDE }, ({ url }, answer) => {
    logger.warn('page-request-refused', { origin: parseUrl(url)?.origin ?? '' });
    answer({ cancel: true });
  });
}
