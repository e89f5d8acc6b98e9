/** The UTF-8 bytes of a text without lone surrogates (which throw a URIError). TextEncoder is not part of the language. */
export function utf8Bytes(text: string): readonly number[] {
  // Nearly every code: there each character is its byte, and the QR on its way to the customer waits for this.
  if (/^[\x20-\x7e]*$/.test(text)) return Array.from(text, (char) => char.charCodeAt(0));
  const parts = encodeURIComponent(text).matchAll(/%(..)|(.)/g);
  return Array.from(parts, ([, hex, char = '']) =>
    hex === undefined ? char.charCodeAt(0) : parseInt(hex, 16),
  );
}

/** The text whose UTF-8 bytes these are. Throws a URIError on bytes that are not UTF-8. */
export function textOfUtf8(bytes: readonly number[]): string {
  return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
}
