import type { Session } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';
import { parseUrl } from './parse-url.ts';

/** Addresses that leave the machine or read its files. */
const OUTSIDE = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*'];

/** Blocks the network for pages, also if a policy header is missing. Only the core talks to the gateway. */
export function cutNetwork(session: Pick<Session, 'webRequest'>, logger: Logger): void {
  session.webRequest.onBeforeRequest({ urls: OUTSIDE }, ({ url }, answer) => {
    logger.warn('page-request-refused', { origin: parseUrl(url)?.origin ?? '' });
    answer({ cancel: true });
  });
}
