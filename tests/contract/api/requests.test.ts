import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repeatedName } from '../../../main/core/api/repeated-name.ts';
import { httpCall } from '../../support/api/http-call.ts';
import { freshRequestId, startTestApi, type TestApi } from '../../support/api/start-test-api.ts';
import { rawConnection } from '../../support/http/raw-connection.ts';

/** Each server that starts publishes itself here (Fastify's own channel). */
const CREATED = 'fastify.initialization';
/** The calls of the server that was created last. */
let calls: { readonly method: string; readonly path: string }[] = [];
const collect = (message: unknown): void => {
  calls = [];
  (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
    const path = url.replace(':id', '01J0000000000000000000000X');
    if (method === 'GET' || method === 'POST') calls.push({ method, path });
  });
};

let till: TestApi;
beforeAll(async () => {
  subscribe(CREATED, collect);
  till = await startTestApi();
  unsubscribe(CREATED, collect);
});
afterAll(() => till.stop());

const authorization = (): string => `Bearer ${till.token()}`;
const post = (path: string, body: string | Buffer, type = 'application/json') =>
  httpCall('POST', till.api.url + path, { authorization: authorization(), 'content-type': type }, body);

interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly json: Record<string, unknown>;
}

/** Sends these bytes and reads the one answer after which the server ends the connection. */
async function raw(request: string | Buffer): Promise<RawAnswer> {
  const connection = await rawConnection(till.api.url);
  connection.send(request);
  const answer = await connection.ended;
  const [head = '', body = ''] = answer.split(/\r\n\r\n(.*)/s);
  const json = JSON.parse(Buffer.from(body, 'latin1').toString('utf8')) as Record<string, unknown>;
  return { status: Number(answer.slice(9, 12)), head: head.toLowerCase(), json };
}

const INHERITED = Object.getOwnPropertyNames(Object.prototype);

describe('names that every object has', () => {
  it('are refused by name in the body and in the query of each call', async () => {
    expect(calls.length).toBeGreaterThan(12);
    for (const { method, path } of calls) {
      for (const name of INHERITED) {
        const asked =
          method === 'POST'
            ? await post(path, `{${JSON.stringify(name)}:1}`)
            : await httpCall('GET', `${till.api.url}${path}?${name}=1`, { authorization: authorization() });
        // A call on a charge that does not exist may say that first.
        if (asked.status === 404) continue;
        expect([method, path, asked.status, asked.json['field']]).toEqual([method, path, 400, name]);
      }
    }
    expect(till.app.logs.filter(({ event }) => event === 'call-failed')).toEqual([]);
  });
});

describe('a body', () => {
  const order = (reference: Buffer | string): Buffer =>
    Buffer.concat([
      Buffer.from(`{"requestId":"${freshRequestId()}","amount":100,"reference":"`),
      Buffer.from(reference),
      Buffer.from('"}'),
    ]);

  it.each([
    ['{"amount":100,"amount":9900}', 'amount'],
    ['{"requestId":"a","request\\u0049d":"b"}', 'requestId'],
    ['{"x":[{"deep":1,"deep":2}]}', 'deep'],
  ])('with a repeated field is refused: %s', async (body, field) => {
    const answer = await post('/v1/charges', body);
    expect([answer.status, answer.json['field']]).toEqual([400, field]);
    expect(answer.json['detail']).toBe(`Campo repetido: ${field}`);
  });

  it('has a repeated name where one object has it twice, and nowhere else', () => {
    expect(repeatedName('{"a":{"a":1},"b":[{"a":1},{"a":2}],"c":"a\\":\\"a"}')).toBeUndefined();
    expect(repeatedName('{"a":"}","b":{"c":1},"a":2}')).toBe('a');
    expect(repeatedName('{"__proto__":1,"__proto__":2}')).toBe('__proto__');
    expect(repeatedName(`${'['.repeat(30_000)}${']'.repeat(30_000)}`)).toBeUndefined();
  });

  it.each([
    ['Latin-1', Buffer.from('café', 'latin1')],
    ['half a letter', Buffer.from('café').subarray(0, 4)],
    ['UTF-16', Buffer.from('café', 'utf16le')],
    ['an encoded surrogate', Buffer.from([0xed, 0xa0, 0x80])],
  ])('that is not UTF-8 is refused: %s', async (_name, reference) => {
    const answer = await post('/v1/charges', order(reference));
    expect([answer.status, answer.json['code']]).toEqual([400, 'invalid_json']);
  });

  it.each(['iso-8859-1', '"windows-1252"', 'UTF-16'])('of the charset %s is refused', async (charset) => {
    const answer = await post('/v1/charges', order('x'), `application/json; charset=${charset}`);
    expect([answer.status, answer.json['field']]).toEqual([400, 'Content-Type']);
    expect(answer.json['detail']).toContain('UTF-8');
  });

  it.each(['application/json; charset=utf-8', 'application/json;charset="UTF-8"'])(
    'keeps its accents as %s, with or without a byte order mark',
    async (type) => {
      for (const mark of ['', '\ufeff']) {
        const body = Buffer.from(`${mark}${order('pão de mel').toString()}`);
        const answer = await post('/v1/charges', body, type);
        expect([answer.status, answer.json['reference']]).toEqual([201, 'pão de mel']);
        expect(answer.headers['location']).toBe(`/v1/charges/${String(answer.json['id'])}`);
        await till.cancel(String(answer.json['id']));
      }
    },
  );

  it.each(['\\u0000', '\\n', '\\u001b[31m', '\\u202e', '\\u2067', '\\u2028', '\\u0085'])(
    'with %s in a text is refused by field',
    async (sign) => {
      const bodies = [
        ['/v1/charges', 'reference', `{"requestId":"text-sign","amount":100,"reference":"a${sign}b"}`],
        ['/v1/charges', 'description', `{"requestId":"text-sign","amount":100,"description":"a${sign}b"}`],
        ['/v1/shift/open', 'operator', `{"operator":"a${sign}b","pin":"1"}`],
        ['/v1/charges/none/cancel', 'reason', `{"reason":"a${sign}b"}`],
      ] as const;
      for (const [path, field, body] of bodies) {
        const answer = await post(path, body);
        expect([path, answer.status, answer.json['field']]).toEqual([path, 400, field]);
      }
    },
  );

  it('is not taken compressed', async () => {
    const headers = {
      authorization: authorization(),
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    };
    const answer = await httpCall('POST', `${till.api.url}/v1/charges`, headers, '{}');
    expect([answer.status, answer.json['field']]).toEqual([415, 'Content-Encoding']);
  });
});

describe('a query', () => {
  it.each([
    ['reference=P%E3o', 'reference'],
    ['reference=%FF%FE', 'reference'],
    ['P%E3o=1', 'query'],
    ['reference=%zz', 'reference'],
    ['limit=1&limit=2', 'limit'],
    ['date=2026-01-01&date=2026-01-02', 'date'],
  ])('is refused: %s', async (query, field) => {
    const answer = await till.get(`/v1/charges?${query}`);
    expect([answer.status, answer.json['field']]).toEqual([400, field]);
  });

  it('reads accents and blanks', async () => {
    const { status } = await till.get('/v1/charges?reference=p%C3%A3o+de%20mel');
    expect(status).toBe(200);
  });
});

describe('an error below the calls is a problem too', () => {
  const get = (path: string, ...headers: readonly string[]): string =>
    [`GET ${path} HTTP/1.1`, `Authorization: ${authorization()}`, ...headers, '', ''].join('\r\n');

  it.each([
    ['a line that is no request', () => 'garbage\r\n\r\n', 400, 'invalid_http'],
    ['an unknown method', () => 'FROB / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 400, 'invalid_http'],
    ['another protocol', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'invalid_http'],
    ['CONNECT', () => 'CONNECT a.example:1 HTTP/1.1\r\nHost: a.example:1\r\n\r\n', 400, 'invalid_http'],
    [
      'large headers',
      () => get('/', 'Host: 127.0.0.1', `X: ${'x'.repeat(70_000)}`),
      431,
      'headers_too_large',
    ],
    ['no Host', () => get('/v1/status'), 400, 'invalid_http'],
    ['two Hosts', () => get('/v1/status', 'Host: 127.0.0.1', 'Host: 127.0.0.1'), 400, 'invalid_http'],
    ['an Expect', () => get('/v1/status', 'Host: 127.0.0.1', 'Expect: tea'), 417, 'expectation_failed'],
    [
      'a target of another host',
      () => get('http://evil.example/v1/status', 'Host: 127.0.0.1'),
      400,
      'invalid_http',
    ],
    [
      'a transfer coding',
      () => get('/v1/status', 'Host: 127.0.0.1', 'Transfer-Encoding: gzip, chunked'),
      400,
      'invalid_http',
    ],
    [
      'two lengths',
      () => get('/v1/status', 'Host: 127.0.0.1', 'Content-Length: 1', 'Content-Length: 2'),
      400,
      'invalid_http',
    ],
  ])('%s', async (_name, request, status, code) => {
    const answer = await raw(request());
    expect([answer.status, answer.json['code'], answer.json['status']]).toEqual([status, code, status]);
    expect(answer.head).toContain('content-type: application/problem+json; charset=utf-8');
    expect(answer.head).toContain('connection: close');
    expect(answer.json['title']).not.toBe(answer.json['detail']);
  });

  it('says nothing in the middle of another answer', async () => {
    const connection = await rawConnection(till.api.url);
    connection.send(get('/v1/events', 'Host: 127.0.0.1'));
    await connection.until((text) => text.includes('retry: 1000'));
    connection.send('garbage\r\n\r\n');
    expect((await connection.ended).match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it('takes an absolute target of the same host', async () => {
    const connection = await rawConnection(till.api.url);
    connection.send(get('http://127.0.0.1/v1/wallets', 'Host: 127.0.0.1'));
    expect(await connection.until((text) => text.includes('\r\n\r\n'))).toMatch(/^HTTP\/1\.1 200 /);
    connection.socket.destroy();
  });

  it.each([
    ['DELETE', '/v1/charges', 'GET, HEAD, POST'],
    ['GET', '/v1/charges/x/cancel', 'POST'],
    ['PUT', '/v1/charges/x', 'GET, HEAD'],
    ['TRACE', '/v1/status?x=1', 'GET, HEAD'],
    ['PROPFIND', '/v1/status', 'GET, HEAD'],
  ])('%s %s says which methods there are', async (method, path, allow) => {
    const answer = await httpCall(method, till.api.url + path, { authorization: authorization() });
    expect([answer.status, answer.json['code'], answer.headers['allow']]).toEqual([
      405,
      'method_not_allowed',
      allow,
    ]);
  });
});
