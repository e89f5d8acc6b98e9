import { promisify, TextDecoder } from 'node:util';
import zlib from 'node:zlib';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

type Decoder = (body: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

const gunzip: Decoder = promisify(zlib.gunzip);
const inflate: Decoder = promisify(zlib.inflate);
const inflateRaw: Decoder = promisify(zlib.inflateRaw);
const brotli: Decoder = promisify(zlib.brotliDecompress);

/** RFC 9110 wraps `deflate` in zlib's format (RFC 1950). Some servers send it bare; the first byte tells the two apart. */
const deflate: Decoder = (body, options) =>
  ((body[0] ?? 0) & 0x0f) === 8 ? inflate(body, options) : inflateRaw(body, options);

const DECODERS: ReadonlyMap<string, Decoder> = new Map([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', deflate],
  ['br', brotli],
]);

/** The most encodings of one body that are decoded. More are an attack and not a proxy. */
const MAX_LAYERS = 3;

/**
 * Decodes the content encodings of a body. The decoders work in chunks and stop at the first one above `maxBytes`, so a
 * decompression bomb is never inflated. The error is a text for support.
 */
export async function decodeBody(
  body: Buffer,
  contentEncoding: string,
  maxBytes: number,
): Promise<Result<Buffer, string>> {
  const encodings = contentEncoding
    .split(',')
    .map((encoding) => encoding.trim().toLowerCase())
    .filter((encoding) => encoding !== '' && encoding !== 'identity');
  if (encodings.length > MAX_LAYERS) return err('too many content encodings');
  let decoded = body;
  // The header lists the encodings in the order in which they were applied.
  for (const encoding of encodings.toReversed()) {
    const decoder = DECODERS.get(encoding);
    if (decoder === undefined) return err(`unknown content encoding ${encoding}`);
    // An answer without a body, such as 204, may have the header too.
    if (decoded.length === 0) break;
    try {
      decoded = await decoder(decoded, { maxOutputLength: maxBytes });
    } catch (error) {
      const isTooLong = error instanceof RangeError;
      return err(isTooLong ? 'the answer is too long' : `content encoding ${encoding} is damaged`);
    }
  }
  return ok(decoded);
}

/**
 * Returns the text of a body in its declared charset, without a byte order mark. Uses UTF-8 if no charset or an unknown one is
 * declared, or if the body begins with the byte order mark of UTF-8.
 */
export function decodeText(body: Buffer, contentType: string): string {
  const declared = /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType)?.[1] ?? 'utf-8';
  const isMarked = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf;
  return textDecoder(isMarked ? 'utf-8' : declared).decode(body);
}

function textDecoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder(); // the label names no charset that is known
  }
}
