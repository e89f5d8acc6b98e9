/** What a page may load and do. The default is nothing, and each line has its reason. */
const POLICY: readonly (readonly [directive: string, sources: string])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['font-src', "'self'"],
  ['img-src', "'self'"],
  // The sounds of a payment.
  ['media-src', "'self'"],
  // Sounds are fetched once and kept decoded. All other data comes through the preload's port.
  ['connect-src', "'self'"],
  ['base-uri', "'none'"],
  ['form-action', "'none'"],
  ['frame-ancestors', "'none'"],
  // No text becomes a script or markup: React sets properties, so no policy of the page needs to make such a value.
  ['require-trusted-types-for', "'script'"],
  ['trusted-types', "'none'"],
  // What is not allowed here is forbidden: downloads, the print dialog, `alert` and the like, forms, leaving the page. Popups
  // are allowed because a link to a listed site begins as one; main opens no window and gives the address to the browser.
  ['sandbox', 'allow-scripts allow-same-origin allow-popups'],
];

export const CONTENT_SECURITY_POLICY = POLICY.map((line) => line.join(' ')).join('; ');

/** Sent with every file of the bundle. */
export const RESPONSE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // A page must never get scripts of another version.
  'Cache-Control': 'no-store',
};
