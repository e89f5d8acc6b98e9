import { createHash, createHmac } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { httpCall } from '../../support/api/http-call.ts';
import { freshRequestId, startTestApi, type TestApi } from '../../support/api/start-test-api.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';

const EXAMPLE = fileURLToPath(new URL('../../../docs/examples/local-api-client.mjs', import.meta.url));
const NONCE = 'nonce-of-sixteen-or-more';

/** Runs the client of the documentation in a process of its own. */
async function client(dataDir: string, ...call: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [EXAMPLE, dataDir, ...call]);
  return stdout;
}

/** Serves like another process that took the port. Returns a data folder whose api.json leads to it, and what it received. */
async function impostor(
  token: string,
  answer: (message: IncomingMessage, own: string) => Promise<{ status: number; proof: string; body: string }>,
): Promise<{ dataDir: string; received: IncomingMessage[] }> {
  const received: IncomingMessage[] = [];
  const server: Server = createServer((message, response) => {
    received.push(message);
    const own = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    void answer(message, own).then(({ status, proof, body }) => {
      response.writeHead(status, { 'balcao-proof': proof, 'content-type': 'application/json' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = temporaryFolder();
  onTestFinished(() => {
    server.close();
    folder.remove();
  });
  const tokenFile = join(folder.path, 'api-token');
  mkdirSync(folder.path, { recursive: true });
  writeFileSync(tokenFile, token);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(join(folder.path, 'api.json'), JSON.stringify({ url, tokenFile }));
  return { dataDir: folder.path, received };
}

describe('the proof of an answer', () => {
  let till: TestApi;
  beforeAll(async () => {
    till = await startTestApi();
  });
  afterAll(() => till.stop());
  const address = (): string => till.api.url.slice('http://'.length);
  const ask = (path: string, headers: Record<string, string>, method = 'GET') =>
    httpCall(method, till.api.url + path, headers);
  const proofBy = (token: string, ...lines: readonly (string | number)[]): string => {
    const key = createHash('sha256').update(token).digest();
    return createHmac('sha256', key)
      .update(['balcao-proof-1', ...lines].join('\n'))
      .digest('hex');
  };
  const bodyDigest = (json: unknown): string =>
    createHash('sha256').update(JSON.stringify(json)).digest('hex');

  it('is made for the call that needs no token', async () => {
    const answer = await ask('/v1/proof', { 'balcao-nonce': NONCE });
    expect(answer.status).toBe(200);
    const digest = bodyDigest(answer.json);
    expect(answer.headers['balcao-proof']).toBe(
      proofBy(till.token(), NONCE, 'GET', '/v1/proof', address(), 200, digest),
    );
  });

  it.each([
    ['/v1/wallets', 200],
    ['/v1/charges?limit=1', 200],
    ['/v1/charges/none', 404],
    ['/v1/nothing', 404],
    ['/v1/charges?limit=x', 400],
  ])('is made for %s, status %i', async (path, status) => {
    const authorization = `Bearer ${till.token()}`;
    const answer = await ask(path, { authorization, 'balcao-nonce': NONCE });
    expect(answer.status).toBe(status);
    expect(answer.headers['balcao-proof']).toBe(
      proofBy(till.token(), NONCE, 'GET', path, address(), status, bodyDigest(answer.json)),
    );
  });

  it('is made by the token of the program, and not for an unknown one', async () => {
    const made = till.app.core.programs.create('ERP-X');
    if (!made.ok) throw new Error(made.error);
    const { token, id } = made.value;
    const known = await ask('/v1/proof', { 'balcao-nonce': NONCE, 'balcao-token': id });
    expect(known.headers['balcao-proof']).toBe(
      proofBy(token, NONCE, 'GET', '/v1/proof', address(), 200, bodyDigest(known.json)),
    );
    const unknown = await ask('/v1/proof', { 'balcao-nonce': NONCE, 'balcao-token': '00000000' });
    expect(unknown.headers['balcao-proof']).toBeUndefined();
  });

  it('is made for the head of the stream of events', async () => {
    const headers = { authorization: `Bearer ${till.token()}`, 'balcao-nonce': NONCE };
    const message = await new Promise<IncomingMessage>((resolve, reject) => {
      request(`${till.api.url}/v1/events`, { headers }, resolve).on('error', reject).end();
    });
    message.destroy();
    const empty = createHash('sha256').digest('hex');
    expect(message.headers['balcao-proof']).toBe(
      proofBy(till.token(), NONCE, 'GET', '/v1/events', address(), 200, empty),
    );
  });

  it('is not made without a nonce, and a bad nonce is refused', async () => {
    expect((await ask('/v1/proof', {})).headers['balcao-proof']).toBeUndefined();
    for (const bad of ['short', 'with space 123456', 'x'.repeat(65)]) {
      const answer = await ask('/v1/proof', { 'balcao-nonce': bad });
      expect([answer.status, answer.json['field']]).toEqual([400, 'Balcao-Nonce']);
    }
  });

  it('lets the client of the documentation sell', async () => {
    const body = JSON.stringify({ requestId: freshRequestId(), amount: 500 });
    const made = await client(dirname(till.api.tokenFile), 'POST', '/v1/charges', body);
    expect(made).toMatch(/^201 \{"id":/);
    await till.cancel((JSON.parse(made.slice(4)) as { id: string }).id);
  });

  it('is needed: the client sends no token to a process that cannot make it', async () => {
    const other = await impostor(till.token(), async () => ({
      status: 200,
      proof: 'ab'.repeat(32),
      body: '{"status":"approved"}',
    }));
    await expect(client(other.dataDir, 'GET', '/v1/charges/x')).rejects.toThrow('is not the till');
    expect(other.received.map(({ url }) => url)).toEqual(['/v1/proof']);
    expect(other.received[0]?.headers.authorization).toBeUndefined();
  });

  it('cannot be passed on: it names the address', async () => {
    const other = await impostor(till.token(), async (message) => {
      const headers = { 'balcao-nonce': String(message.headers['balcao-nonce']) };
      const real = await ask(String(message.url), headers);
      return {
        status: real.status,
        proof: String(real.headers['balcao-proof']),
        body: JSON.stringify(real.json),
      };
    });
    await expect(client(other.dataDir, 'GET', '/v1/status')).rejects.toThrow('is not the till');
    expect(other.received).toHaveLength(1);
    expect(readFileSync(join(other.dataDir, 'api-token'), 'utf8')).toBe(till.token());
  });
});
