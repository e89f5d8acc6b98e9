import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import zlib from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HttpAnswer, TransportFailure } from '../../../main/core/gateway/transport.ts';
import { createUndiciTransport } from '../../../main/core/gateway/undici-transport.ts';
import type { Result } from '../../../shared/kernel/result.ts';

const MEBIBYTE = 1_048_576;

/** What the transport makes of an answer of these bytes, sent over real HTTP. */
async function answerOf(
  body: Buffer | string,
  headers: Readonly<Record<string, string | string[]>> = {},
  status = 200,
): Promise<Result<HttpAnswer, TransportFailure>> {
  const server = createServer((_message, response) => {
    response.on('error', () => undefined);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const transport = createUndiciTransport();
  onTestFinished(async () => {
    await transport.close();
    server.closeAllConnections();
    server.close();
  });
  return transport({
    method: 'GET',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    headers: {},
    body: null,
    connectTimeoutMs: 5_000,
    answerTimeoutMs: 5_000,
  });
}

const unusable = (detail: string | RegExp, status = 200) => ({
  ok: false,
  error: { kind: 'unusable', status, detail: expect.stringMatching(detail) as unknown },
});

const JSON_TEXT = '{"order_id":"1","message":"não autorizado"}';

describe('a content encoding that was not asked for', () => {
  it.each([
    ['gzip', zlib.gzipSync],
    ['x-gzip', zlib.gzipSync],
    ['GZIP', zlib.gzipSync],
    ['deflate', zlib.deflateSync],
    ['deflate', zlib.deflateRawSync],
    ['br', zlib.brotliCompressSync],
    ['gzip, br', (text: string) => zlib.brotliCompressSync(zlib.gzipSync(text))],
    ['deflate , identity,gzip', (text: string) => zlib.gzipSync(zlib.deflateSync(text))],
    ['identity', (text: string) => Buffer.from(text)],
    ['', (text: string) => Buffer.from(text)],
  ] as const)('%s is undone', async (encoding, encode) => {
    expect(await answerOf(encode(JSON_TEXT), { 'content-encoding': encoding })).toMatchObject({
      ok: true,
      value: { status: 200, text: JSON_TEXT },
    });
  });

  it('given in two headers is undone from the last to the first', async () => {
    const body = zlib.brotliCompressSync(zlib.gzipSync(JSON_TEXT));
    const headers = { 'content-encoding': ['gzip', 'br'] };
    expect(await answerOf(body, headers)).toMatchObject({ value: { text: JSON_TEXT } });
  });

  it('without a body is an empty answer', async () => {
    const headers = { 'content-encoding': 'gzip' };
    expect(await answerOf('', headers)).toMatchObject({ ok: true, value: { text: '' } });
    expect(await answerOf('', headers, 204)).toMatchObject({ ok: true, value: { status: 204, text: '' } });
  });

  it.each([
    ['one that is unknown', 'quantum', Buffer.from(JSON_TEXT), /unknown content encoding quantum/],
    ['one that the body does not have', 'gzip', Buffer.from(JSON_TEXT), /damaged/],
    ['half of one', 'gzip', zlib.gzipSync(JSON_TEXT).subarray(0, 20), /damaged/],
    ['half of one', 'br', zlib.brotliCompressSync(JSON_TEXT).subarray(0, 20), /damaged/],
    ['too many', 'gzip,gzip,gzip,gzip', Buffer.from(JSON_TEXT), /too many/],
  ])('is unusable with %s: %s', async (_name, encoding, body, detail) => {
    expect(await answerOf(body, { 'content-encoding': encoding }, 201)).toEqual(unusable(detail, 201));
  });

  it.each([
    ['gzip', zlib.gzipSync],
    ['deflate', zlib.deflateSync],
    ['br', zlib.brotliCompressSync],
  ] as const)('%s: the limit counts what comes out', async (encoding, encode) => {
    const headers = { 'content-encoding': encoding };
    expect((await answerOf(encode('x'.repeat(MEBIBYTE)), headers)).ok).toBe(true);
    expect(await answerOf(encode('x'.repeat(MEBIBYTE + 1)), headers)).toEqual(unusable('too long'));
    expect(await answerOf(encode(Buffer.alloc(64 * MEBIBYTE)), headers)).toEqual(unusable('too long'));
  });

  it('a bomb within another is not inflated either', async () => {
    const bomb = zlib.gzipSync(zlib.gzipSync(Buffer.alloc(64 * MEBIBYTE)));
    expect(await answerOf(bomb, { 'content-encoding': 'gzip, gzip' })).toEqual(unusable('too long'));
  });
});

describe('the size', () => {
  it('of a mebibyte is not too much', async () => {
    expect((await answerOf('x'.repeat(MEBIBYTE))).ok).toBe(true);
  });

  it.each([200, 502])('of more than a mebibyte is an answer that cannot be used (%i)', async (status) => {
    expect(await answerOf('x'.repeat(MEBIBYTE + 1), {}, status)).toEqual(unusable('too long', status));
  });
});

describe('the text', () => {
  const bytes = (text: string, encoding: BufferEncoding): Buffer => Buffer.from(text, encoding);
  const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

  it.each([
    ['UTF-8, declared', 'application/json; charset=utf-8', bytes(JSON_TEXT, 'utf8')],
    ['UTF-8, not declared', 'application/json', bytes(JSON_TEXT, 'utf8')],
    ['UTF-8 of an unknown charset', 'application/json; charset=klingon', bytes(JSON_TEXT, 'utf8')],
    ['Latin-1', 'application/json; charset=iso-8859-1', bytes(JSON_TEXT, 'latin1')],
    ['Latin-1 in quotes', 'application/json;charset="ISO-8859-1"', bytes(JSON_TEXT, 'latin1')],
    ['Windows-1252', 'text/html; a=b; Charset=windows-1252', bytes(JSON_TEXT, 'latin1')],
    ['a byte order mark', 'application/json', Buffer.concat([MARK, bytes(JSON_TEXT, 'utf8')])],
    [
      'a byte order mark against the declared charset',
      'application/json; charset=iso-8859-1',
      Buffer.concat([MARK, bytes(JSON_TEXT, 'utf8')]),
    ],
  ])('is read as %s', async (_name, contentType, body) => {
    expect(await answerOf(body, { 'content-type': contentType })).toMatchObject({
      ok: true,
      value: { contentType, text: JSON_TEXT },
    });
  });

  it('is read in its charset once the encoding is undone', async () => {
    const headers = { 'content-type': 'application/json; charset=latin1', 'content-encoding': 'gzip' };
    expect(await answerOf(zlib.gzipSync(bytes(JSON_TEXT, 'latin1')), headers)).toMatchObject({
      value: { text: JSON_TEXT },
    });
  });
});
