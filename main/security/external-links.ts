import type { Logger } from '../../shared/kernel/logger.ts';
import { isLoopback } from './loopback.ts';
import { parseUrl } from './parse-url.ts';

/** The sites that a link of ours may open in the system's browser, each with its reason. Exact hosts only. */
const HOSTS: readonly { readonly host: string; readonly reason: string }[] = [
  { host: 'shipay.instatus.com', reason: 'the status page of the gateway: is it them or us' },
];

/**
 * True if an address may be opened in the browser: https to a listed host, or exactly the page of the training phone, which the
 * core serves on loopback.
 */
export function mayOpen(address: string, trainingPhone: string | null): boolean {
  const url = parseUrl(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (trainingPhone !== null && url.href === parseUrl(trainingPhone)?.href) return isLoopback(url);
  return url.protocol === 'https:' && url.port === '' && HOSTS.some(({ host }) => host === url.hostname);
}

/** Creates the function that opens allowed addresses. `open` is an argument, so that the rule is tested without a browser. */
export function createExternalLinks(
  open: (url: string) => Promise<void>,
  trainingPhone: () => string | null,
  logger: Logger,
): (url: string) => void {
  return (address) => {
    if (!mayOpen(address, trainingPhone())) {
      logger.warn('link-refused', { origin: parseUrl(address)?.origin ?? '' });
      return;
    }
    open(new URL(address).href).catch((error: unknown) =>
      logger.error('link-not-opened', { detail: error instanceof Error ? error.message : String(error) }),
    );
  };
}
