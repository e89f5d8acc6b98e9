import { parseUrl } from './parse-url.ts';

/** The origin of all our pages. */
export const APP_SCHEME = 'app';
const APP_HOST = 'balcao';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** True for an address of our pages. The address is parsed, because a comparison by substring is not safe. */
export function isAppUrl(address: string): boolean {
  const url = parseUrl(address);
  // `origin` is 'null' for schemes that the URL standard does not know, so scheme and host are compared.
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  );
}
