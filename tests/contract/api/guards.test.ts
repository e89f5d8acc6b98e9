import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpCall } from '../../support/api/http-call.ts';
import { startTestApi, type TestApi } from '../../support/api/start-test-api.ts';
import { expectMode } from '../../support/windows/not-on-windows.ts';

describe('who may use the API', () => {
  let till: TestApi;
  const status = (headers: Record<string, string>) => httpCall('GET', `${till.api.url}/v1/status`, headers);
  const mine = () => ({ authorization: `Bearer ${till.token()}` });

  beforeAll(async () => {
    till = await startTestApi();
  });
  afterAll(() => till.stop());

  it('listens on loopback alone and says where in api.json', () => {
    expect(till.api.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const file = till.api.tokenFile.replace('api-token', 'api.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      url: till.api.url,
      tokenFile: till.api.tokenFile,
    });
  });

  it('keeps the token for its owner alone', () => {
    expectMode(till.api.tokenFile, 0o600);
    expect(till.token()).toMatch(/^[\w-]{43}$/);
  });

  it.each([undefined, 'Bearer wrong', 'Bearer ', 'Basic dXNlcjpwYXNz', 'Bearer a b'])(
    'refuses the authorization %s',
    async (authorization) => {
      const answer = await status(authorization === undefined ? {} : { authorization });
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(answer.json).toMatchObject({
        type: 'urn:balcao:problem:unauthorized',
        status: 401,
        code: 'unauthorized',
        title: expect.any(String) as string,
        detail: expect.any(String) as string,
      });
    },
  );

  it.each([
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example:80',
    '192.168.0.5',
    '0.0.0.0',
    '127.999.999.999',
    '127.0.0.1:65536',
    '127.0.0.01',
  ])('refuses the host %s, token or not', async (host) => {
    const answer = await status({ ...mine(), host });
    expect([answer.status, answer.json['code']]).toEqual([403, 'forbidden_host']);
  });

  it.each(['127.0.0.1', 'localhost', 'LOCALHOST:7373', '[::1]:7373', '127.0.0.2:1'])(
    'answers under the loopback name %s',
    async (host) => {
      expect((await status({ ...mine(), host })).status).toBe(200);
    },
  );

  it.each(['https://evil.example', 'http://127.0.0.1:7373', 'null'])(
    'refuses web pages: origin %s',
    async (origin) => {
      const answer = await status({ ...mine(), origin });
      expect([answer.status, answer.json['code']]).toEqual([403, 'forbidden_origin']);
    },
  );

  it.each(['cross-site', 'same-site', 'same-origin', 'none'])(
    'refuses a page that sends no origin: sec-fetch-site %s',
    async (site) => {
      const answer = await status({ ...mine(), 'sec-fetch-site': site });
      expect([answer.status, answer.json['code']]).toEqual([403, 'forbidden_origin']);
    },
  );

  it('answers no preflight', async () => {
    const asked = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const answer = await httpCall('OPTIONS', `${till.api.url}/v1/charges`, asked);
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('rotates the token: the old one opens nothing any more', async () => {
    const old = mine();
    till.app.core.programs.revoke(null);
    expect((await status(old)).status).toBe(401);
    expect((await status(mine())).status).toBe(200);
    expectMode(till.api.tokenFile, 0o600);
  });
});

describe('what the API reads', () => {
  let till: TestApi;
  const raw = (body: string, type = 'application/json') =>
    httpCall(
      'POST',
      `${till.api.url}/v1/charges`,
      { authorization: `Bearer ${till.token()}`, 'content-type': type },
      body,
    );

  beforeAll(async () => {
    till = await startTestApi();
  });
  afterAll(() => till.stop());

  it('takes 64 KiB and not a byte more', async () => {
    const spaces = (length: number) => `{"requestId":"x"${' '.repeat(length - 17)}}`;
    expect((await raw(spaces(65_536))).status).toBe(422);
    const answer = await raw(spaces(65_537));
    expect([answer.status, answer.json['code']]).toEqual([413, 'body_too_large']);
  });

  it.each([
    ['{"requestId":', 400, 'invalid_json'],
    ['', 400, 'invalid_json'],
    ['null', 400, 'invalid_request'],
    ['[]', 400, 'invalid_request'],
    ['"text"', 400, 'invalid_request'],
    ['{"requestId":"abcd-1234","amount":100,"colour":"red"}', 400, 'invalid_request'],
    ['{"requestId":"abcd-1234","amount":100,"reference":5}', 400, 'invalid_request'],
    [`{"requestId":"abcd-1234","amount":100,"reference":"${'x'.repeat(61)}"}`, 400, 'invalid_request'],
  ])('refuses the body %s', async (body, status, code) => {
    const answer = await raw(body);
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
  });

  it('names the field that it does not know', async () => {
    const answer = await raw('{"requestId":"abcd-1234","amount":100,"colour":"red"}');
    expect(answer.json['field']).toBe('colour');
  });

  it('reads nothing but JSON', async () => {
    const answer = await raw('requestId=abcd-1234&amount=100', 'application/x-www-form-urlencoded');
    expect([answer.status, answer.json['code']]).toEqual([415, 'unsupported_media_type']);
  });

  it.each(['/v2/status', '/', '/v1/charges/a/b/c', '/v1/%zz'])('has no call %s', async (path) => {
    const answer = await till.get(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(405);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});
