/** The patterns of what a log must not contain. */

const digits = String.raw`(?<![\w])`;
const noDigit = String.raw`(?![\w])`;

/** BR Codes first: they hold keys, names and amounts without separators. `000201` opens each (EMV payload format 01). */
const BR_CODE = /000201\d{2}[\s\S]{20,1000}?6304[0-9A-Fa-f]{4}/g;
/** A BR Code that was cut off before its checksum. */
const OPEN_BR_CODE = /000201(?:01\d{4})?26\d{2}[^\n"']*/g;
const JWT = /\beyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/g;
const BEARER = /\b(bearer|basic)\s+[\w+/=.~-]{6,}/gi;
const NAMED_SECRET =
  /(["']?(?:access[_-]?key|secret[_-]?key|client[_-]?id|access[_-]?token|refresh[_-]?token|authorization|password|senha|pin)["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;&}]+)/gi;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const PHONE = new RegExp(String.raw`\+55\s?\(?\d{2}\)?\s?9?\d{4}-?\d{4}\b`, 'g');
const CNPJ = new RegExp(String.raw`${digits}\d{2}\.?\d{3}\.?\d{3}/?\d{4}-?\d{2}${noDigit}`, 'g');
const CPF = new RegExp(String.raw`${digits}\d{3}\.?\d{3}\.?\d{3}-?\d{2}${noDigit}`, 'g');
/** Pix random keys, and also ids of orders. The end is kept, so that support can distinguish two of them. */
const UUID = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{8}([\da-f]{4})\b/gi;
const LONG_WORD = /[\w-]{32,}/g;
const BASE64 = /[\w+/-]{40,}={0,2}/g;

/** Returns a text with BR Codes, tokens, secrets, e-mails, phones, CPF, CNPJ and UUIDs replaced by a mark. */
export function redactText(text: string): string {
  return text
    .replace(BR_CODE, '[br-code]')
    .replace(OPEN_BR_CODE, '[br-code]')
    .replace(JWT, '[token]')
    .replace(BEARER, '$1 [token]')
    .replace(NAMED_SECRET, '$1[secret]')
    .replace(EMAIL, '[email]')
    .replace(PHONE, '[phone]')
    .replace(CNPJ, '[cnpj]')
    .replace(CPF, '[cpf]')
    .replace(UUID, '[uuid…$1]')
    .replace(BASE64, (found) => (looksLikeBase64(found) ? '[token]' : found))
    .replace(LONG_WORD, (found) => (looksRandom(found) ? '[token]' : found));
}

/** True for text that can be a token. A path can be as long, but starts with a slash, has no capital or has no digit. */
function looksLikeBase64(text: string): boolean {
  return !text.startsWith('/') && /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text);
}

function looksRandom(text: string): boolean {
  return /\d/.test(text) && /[a-z]/i.test(text);
}
