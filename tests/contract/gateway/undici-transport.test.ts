import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HttpRequest } from '../../../main/core/gateway/transport.ts';
import { createUndiciTransport, type UndiciTransport } from '../../../main/core/gateway/undici-transport.ts';

const request = (url: string, changes: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  body: null,
  connectTimeoutMs: 2_000,
  answerTimeoutMs: 2_000,
  ...changes,
});

const setupTransport = (): UndiciTransport => {
  const transport = createUndiciTransport();
  onTestFinished(() => transport.close());
  return transport;
};

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

type Handler = (message: IncomingMessage, response: ServerResponse) => unknown;

async function serve(handle: Handler): Promise<string> {
  const server = createServer((message, response) => void handle(message, response));
  const port = await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${port}`;
}

/** A server below HTTP: `talk` gets each connection. */
async function serveTcp(talk: (socket: Socket, number: number) => void): Promise<string> {
  const sockets: Socket[] = [];
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    talk(socket, sockets.push(socket));
  });
  const port = await listen(server);
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${port}`;
}

async function textOf(message: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of message) text += String(chunk);
  return text;
}

const failure = (kind: string) => ({ ok: false, error: { kind, detail: expect.any(String) as unknown } });

describe('an exchange', () => {
  it.each(['GET', 'POST', 'DELETE'] as const)(
    'of a %s carries headers and body and brings the answer',
    async (method) => {
      const seen: unknown[] = [];
      const url = await serve(async (message, response) => {
        const { authorization } = message.headers;
        seen.push([
          message.method,
          message.url,
          authorization,
          message.headers['content-length'],
          await textOf(message),
        ]);
        response.writeHead(201, { 'content-type': 'application/json; charset=utf-8' }).end('{"a":"é"}');
      });
      const body = method === 'GET' ? null : '{"amount":1.00}';
      const headers = { authorization: 'Bearer t', 'content-type': 'application/json' };
      expect(await setupTransport()(request(`${url}/order/1?a=b`, { method, body, headers }))).toEqual({
        ok: true,
        value: {
          status: 201,
          contentType: 'application/json; charset=utf-8',
          date: expect.any(String) as unknown,
          text: '{"a":"é"}',
        },
      });
      expect(seen).toEqual([
        [method, '/order/1?a=b', 'Bearer t', body === null ? undefined : '15', body ?? ''],
      ]);
    },
  );

  // Two, because undici looks over an idle socket for a moment before it is used again.
  it('uses two connections at most for one after the other', async () => {
    const ports = new Set<number | undefined>();
    const url = await serve((message, response) => {
      ports.add(message.socket.remotePort);
      response.end('{}');
    });
    const transport = setupTransport();
    for (let number = 0; number < 10; number++) expect((await transport(request(url))).ok).toBe(true);
    expect(ports.size).toBeLessThanOrEqual(2);
  });

  it('takes redirects and errors as answers', async () => {
    const url = await serve((_message, response) =>
      response.writeHead(302, { location: 'https://elsewhere.example' }).end(),
    );
    expect(await setupTransport()(request(url))).toMatchObject({ ok: true, value: { status: 302 } });
  });

  it('does not hold up others', async () => {
    const url = await serve((message, response) => {
      if (message.url !== '/slow') response.end('{}');
    });
    const transport = setupTransport();
    const slow = transport(request(`${url}/slow`, { answerTimeoutMs: 300 }));
    expect((await transport(request(url))).ok).toBe(true);
    expect(await slow).toEqual(failure('no-answer'));
  });

  it('pays no heed to proxies in the environment', async () => {
    const url = await serve((_message, response) => response.end('direct'));
    const before = process.env['HTTP_PROXY'];
    process.env['HTTP_PROXY'] = 'http://127.0.0.1:1';
    onTestFinished(() => {
      if (before === undefined) delete process.env['HTTP_PROXY'];
      else process.env['HTTP_PROXY'] = before;
    });
    expect(await setupTransport()(request(url))).toMatchObject({ value: { text: 'direct' } });
  });
});

describe('unreachable: nothing of the request can have arrived', () => {
  it('a closed port', async () => {
    const server = createTcpServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    expect(
      await setupTransport()(request(`http://127.0.0.1:${port}`, { method: 'POST', body: '{}' })),
    ).toEqual({
      ok: false,
      error: { kind: 'unreachable', detail: 'ECONNREFUSED' },
    });
  });

  it('a name that does not exist', async () => {
    expect(await setupTransport()(request('https://gateway.invalid'))).toEqual(failure('unreachable'));
  });

  it('a server that speaks no TLS', async () => {
    const url = await serve((_message, response) => response.end('{}'));
    expect(await setupTransport()(request(url.replace('http:', 'https:')))).toEqual(failure('unreachable'));
  });

  it('a TLS handshake that never ends', async () => {
    const received: Buffer[] = [];
    const url = await serveTcp((socket) => socket.on('data', (data) => received.push(data)));
    const answer = await setupTransport()(
      request(url.replace('http:', 'https:'), {
        method: 'POST',
        body: '{"secret":1}',
        connectTimeoutMs: 200,
      }),
    );
    expect(answer).toEqual(failure('unreachable'));
    expect(Buffer.concat(received).toString('latin1')).not.toContain('secret');
  });

  it('a connection that is made too late: what was given up is never sent', async () => {
    const requests: unknown[] = [];
    const url = await serve((message, response) => {
      requests.push(message.url);
      response.end('{}');
    });
    const transport = setupTransport();
    await stat('.'); // from here we are where the event loop looks at timers before it looks at sockets again
    const late = transport(request(`${url}/late`, { method: 'POST', body: '{}', connectTimeoutMs: 10 }));
    await new Promise<void>((resolve) => process.nextTick(resolve));
    const busyUntil = performance.now() + 50; // the connection stands long before this ends
    while (performance.now() < busyUntil);
    expect(await late).toEqual(failure('unreachable'));
    expect((await transport(request(`${url}/next`))).ok).toBe(true);
    expect(requests).toEqual(['/next']);
  });

  it.each(['http://gateway.example/order', 'ftp://127.0.0.1/', 'not a url', 'http://10.0.0.1/'])(
    '%s is not even tried',
    async (url) => {
      expect(await setupTransport()(request(url))).toEqual({
        ok: false,
        error: { kind: 'unreachable', detail: 'insecure or malformed address' },
      });
    },
  );

  it('a header that cannot be written', async () => {
    const url = await serve((_message, response) => response.end('{}'));
    expect(await setupTransport()(request(url, { headers: { authorization: 'a\r\nb' } }))).toEqual(
      failure('unreachable'),
    );
  });

  it('a closed transport', async () => {
    const transport = createUndiciTransport();
    await transport.close();
    expect(await transport(request('http://127.0.0.1:9'))).toEqual(failure('unreachable'));
  });
});

describe('no answer: something of the request may have arrived', () => {
  it('silence', async () => {
    const url = await serve(() => undefined);
    expect(
      await setupTransport()(
        request(url, { method: 'POST', body: '{}', connectTimeoutMs: 60_000, answerTimeoutMs: 200 }),
      ),
    ).toEqual({
      ok: false,
      error: { kind: 'no-answer', detail: 'no answer in time' },
    });
  });

  it('an answer that trickles beyond the limit', async () => {
    const url = await serve((_message, response) => {
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(timer));
    });
    expect(await setupTransport()(request(url, { answerTimeoutMs: 300 }))).toEqual(failure('no-answer'));
  });

  it.each([
    ['before the head', ''],
    ['within the head', 'HTTP/1.1 200 OK\r\nContent-'],
    ['within the body', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"order_id":'],
  ])('a connection that drops %s', async (_name, bytes) => {
    const url = await serveTcp((socket) => socket.on('data', () => socket.end(bytes)));
    expect(await setupTransport()(request(url, { method: 'POST', body: '{}' }))).toEqual(
      failure('no-answer'),
    );
  });

  it('a kept connection that dies under the next request, which is sent once only', async () => {
    const requests: string[] = [];
    const url = await serveTcp((socket) => {
      socket.on('data', (data) => {
        requests.push(data.toString().split(' ', 1)[0] ?? '');
        if (requests.length === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
        else socket.destroy();
      });
    });
    const transport = setupTransport();
    expect((await transport(request(url))).ok).toBe(true);
    expect(await transport(request(url, { method: 'POST', body: '{}' }))).toEqual(failure('no-answer'));
    expect(requests).toEqual(['GET', 'POST']);
  });

  it('the transport closed meanwhile', async () => {
    const transport = createUndiciTransport();
    const url = await serve(() => void transport.close());
    expect(await transport(request(url))).toEqual(failure('no-answer'));
  });
});

describe('unusable: an answer came that is not HTTP', () => {
  const head = 'HTTP/1.1 200 OK\r\n';
  it.each([
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n', 0],
    ['a page without a head', '<html>Bem-vindo</html>', 0],
    ['another version', 'HTTP/2 200 OK\r\nContent-Length: 2\r\n\r\n{}', 0],
    ['a status that is not a number', 'HTTP/1.1 abc OK\r\n\r\n', 0],
    ['a length that is not a number', `${head}Content-Length: x\r\n\r\n{}`, 0],
    ['two lengths', `${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 0],
    ['a control character in the head', `${head}X-A: a\u0000b\r\nContent-Length: 2\r\n\r\n{}`, 0],
    ['a head of 40 KiB', `${head}X-A: ${'a'.repeat(40_960)}\r\nContent-Length: 2\r\n\r\n{}`, 0],
    ['a change of protocol', 'HTTP/1.1 101 OK\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n', 0],
    ['a chunk without a size', `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}`, 200],
    ['a chunk that is too long', 'HTTP/1.1 502 Bad\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}zz\r\n', 502],
  ])('%s', async (_name, bytes, status) => {
    const url = await serveTcp((socket) =>
      socket.on('data', () => socket.write(Buffer.from(bytes, 'latin1'))),
    );
    const answer = await setupTransport()(request(url, { method: 'POST', body: '{}' }));
    expect(answer).toEqual({
      ok: false,
      error: { kind: 'unusable', status, detail: expect.stringMatching(/\S/) as unknown },
    });
  });
});
