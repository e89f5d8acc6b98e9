import { isLoopbackHost } from '../../../shared/kernel/loopback.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

export type BaseUrlError = 'not-a-url' | 'not-https' | 'has-credentials' | 'has-query';

/**
 * Checks an address of the gateway, and returns it without a slash at the end. Requires https, or http on this machine. Refuses
 * keys in the address, a query and a fragment.
 */
export function checkBaseUrl(text: string): Result<string, BaseUrlError> {
  const url = URL.parse(text.trim());
  if (!url || url.hostname === '') return err('not-a-url');
  if (!isSafeUrl(url)) return err('not-https');
  if (url.username !== '' || url.password !== '') return err('has-credentials');
  if (/[?#]/.test(text)) return err('has-query');
  return ok(url.origin + url.pathname.replace(/\/+$/, ''));
}

/** True for https, and for http that does not leave this machine. */
export function isSafeUrl(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
}
