/**
 * The texts of the gateway, of a network and of our own check of a QR whose meaning is known, each with the code of its words.
 * Source: gateway protocol, section 8.1, and the words of section 4.1. An order matters where two patterns fit: the first wins.
 */
const KNOWN_TEXTS = [
  ['order-not-found', /\border not found\b/i],
  ['order-not-created', /\border not created\b|\berror creating the order\b/i],
  ['already-cancelled', /\balready cancell?ed\b/i],
  ['already-expired', /\balready expired\b/i],
  ['already-refunded', /\balready (?:refunded|partial)/i],
  ['already-ended', /^\d{3} already-final$/],
  ['sum-differs', /\bsum of the items\b|\bsomat[óo]ria dos itens\b/i],
  ['below-minimum', /\bminimum payment\b/i],
  ['refund-not-accepted', /\brefund was not accepted\b/i],
  ['was-refunded', /\bhas been refunded\b/i],
  ['keys-refused', /\bunauthorized\b|\bunauthenticated\b/i],
  ['no-permission', /\bpermission denied\b|\bnot authorized\b/i],
  ['not-understood', /\bbad request\b|\bmandatory parameters\b/i],
  ['still-paid', /^approved$/i],
  ['is-pending', /^pending$/i],
  ['is-cancelled', /^cancell?ed$/i],
  ['is-expired', /^expired$/i],
  ['is-refunding', /^refund_pending$/i],
  ['is-refunded', /^refunded$/i],
  ['is-partly-refunded', /^partial_refunded$/i],
  ['too-slow', /\btime(?:d)? ?out\b|\bin time\b|^ETIMEDOUT$|^UND_ERR_\w*TIMEOUT$/i],
  ['not-reached', /^(?:unreachable|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH)$/],
  ['connection-lost', /^(?:no-answer|ECONNRESET|EPIPE|UND_ERR_SOCKET|other side closed)$/i],
  ['bad-certificate', /\bcertificate\b|^(?:CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/],
  ['unreadable-answer', /^(?:unusable answer|not JSON|HTTP \d{3}$)/i],
  ['not-needed', /^not needed$/],
  ['qr-damaged', /^(?:crc-mismatch|empty|not-a-br-code)$/],
  ['qr-not-pix', /^(?:not-pix|wrong-currency)$/],
  ['qr-other-amount', /^amount-(?:mismatch|missing)$/],
] as const satisfies readonly (readonly [string, RegExp])[];

/** The meaning of a text that is known. */
export type KnownText = (typeof KNOWN_TEXTS)[number][0];

/** Returns the meaning of a text of a program, or null. Only a meaning has words for people; the text itself is for support. */
export function knownTextOf(text: string): KnownText | null {
  return KNOWN_TEXTS.find(([, pattern]) => pattern.test(text.trim()))?.[0] ?? null;
}
