/**
 * Returns the UTF-8 bytes of a text. Throws a URIError on lone surrogates. Does not use TextEncoder, which is not part of the
 * language.
 */
export function utf8Bytes(text: string): readonly number[] {
  // In an ASCII text, as in nearly every code, each character is its byte. The QR on its way to the customer waits for this.
  if (/^[\x20-\x7e]*$/.test(text)) return Array.from(text, (char) => char.charCodeAt(0));
  const parts = encodeURIComponent(text).matchAll(/%(..)|(.)/g);
  return Array.from(parts, ([, hex, char = '']) =>
    hex === undefined ? char.charCodeAt(0) : parseInt(hex, 16),
  );
}

/** Returns the text of UTF-8 bytes. Throws a URIError on bytes that are not UTF-8. */
export function textOfUtf8(bytes: readonly number[]): string {
  return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
}
