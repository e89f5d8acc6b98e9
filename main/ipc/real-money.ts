import { GATEWAY_ADDRESSES } from '../../shared/contract/control.ts';
import { isLoopback } from '../security/loopback.ts';
import { parseUrl } from '../security/parse-url.ts';

/** True unless an address is the homologation or a gateway of this machine. There no money moves. */
export function movesMoney(baseUrl: string): boolean {
  const url = parseUrl(baseUrl);
  return url === null || !(isLoopback(url) || baseUrl === GATEWAY_ADDRESSES.staging);
}
