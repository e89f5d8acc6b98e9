import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createEventStreams } from '../../../main/core/api/event-streams.ts';
import { MOST_CONNECTIONS } from '../../../main/core/http/connection-limits.ts';
import { startTrainingGateway } from '../../../main/core/gateway/training/start-training-gateway.ts';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import { BY_MACHINE } from '../../../shared/domain/ledger-event/by.ts';
import { SECOND } from '../../../shared/kernel/time.ts';
import { startTestApi, type TestApi } from '../../support/api/start-test-api.ts';
import { readEvents } from '../../support/api/event-reader.ts';
import { rawConnection, type RawConnection } from '../../support/http/raw-connection.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';

/** More connections in one go than the system queues for a server are tried again only after seconds. */
const AT_ONCE = 100;

interface Flood {
  /** How many of the connections are open. */
  open(): number;
  /** Resolves once so many of the connections or fewer are open. */
  atMost(count: number): Promise<void>;
  close(): void;
}

/** Opens connections that send nothing. */
async function openSilent(url: string, count: number): Promise<Flood> {
  const all: RawConnection[] = [];
  while (all.length < count) {
    const more = Array.from({ length: Math.min(AT_ONCE, count - all.length) }, () => rawConnection(url));
    all.push(...(await Promise.all(more)));
  }
  const stillOpen = (): RawConnection[] => all.filter(({ socket }) => !socket.closed);
  return {
    open: () => stillOpen().length,
    async atMost(most) {
      const open = stillOpen();
      let closing = open.length - most;
      if (closing <= 0) return;
      await new Promise<void>((resolve) => {
        for (const { ended } of open)
          void ended.then(() => {
            closing -= 1;
            if (closing === 0) resolve();
          });
      });
    },
    close: () => {
      for (const { socket } of all) socket.destroy();
    },
  };
}

/** Sends one space a second. Returns the time until the server ended the connection, ms. */
async function drip(connection: RawConnection): Promise<number> {
  const began = performance.now();
  const timer = setInterval(() => connection.send(' '), 1000);
  await connection.ended;
  clearInterval(timer);
  return performance.now() - began;
}

describe('the connections of the API', () => {
  let till: TestApi;
  beforeAll(async () => {
    till = await startTestApi();
  });
  afterAll(() => till.stop());

  const head = (length: number): string =>
    `POST /v1/charges HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${till.token()}\r\n` +
    `Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

  it('sells while another program opens a thousand connections and sends nothing', async () => {
    const flood = await openSilent(till.api.url, 1100);
    onTestFinished(flood.close);
    await till.cancel(await till.charge(700));
    await flood.atMost(MOST_CONNECTIONS);
    expect(flood.open()).toBeLessThanOrEqual(MOST_CONNECTIONS);
  });

  it('keeps the readers of events while another program floods it', async () => {
    const reader = await readEvents(till.api.url, till.token());
    onTestFinished(reader.close);
    const flood = await openSilent(till.api.url, 300);
    onTestFinished(flood.close);
    const id = await till.charge(800);
    const opened = await reader.find(({ data }) => data['chargeId'] === id && data['type'] === 'opened');
    expect(opened.event).toBe('message');
    await till.cancel(id);
  });

  it('closes a connection whose request it refused', async () => {
    const connection = await rawConnection(till.api.url);
    connection.send('GET /v1/status HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    expect(await connection.ended).toMatch(/^HTTP\/1\.1 401 /);
  });

  it('cuts a silent connection, slow headers and a slow body', async () => {
    const [nothing, headers, body] = await Promise.all([
      rawConnection(till.api.url),
      rawConnection(till.api.url),
      rawConnection(till.api.url),
    ]);
    headers.send('GET /v1/status HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow:');
    body.send(`${head(200)}{`);
    const [silence, slowHeaders, slowBody] = await Promise.all([
      drip({ ...nothing, send: () => undefined }),
      drip(headers),
      drip(body),
    ]);
    expect(silence).toBeLessThan(slowBody);
    expect(slowHeaders).toBeLessThan(slowBody);
    expect(slowBody).toBeGreaterThan(8000);
  });
});

describe('a reader of events that reads nothing', () => {
  it('is dropped after two heartbeats, and one that reads stays', async () => {
    const till = await startTestApi();
    const { ledger } = till.app.till();
    // More than the buffers of both ends of a connection.
    for (let count = 0; count < 500; count += 1)
      ledger.record('pin-failed', { who: 'x'.repeat(15_000) }, BY_MACHINE);
    const clock = createVirtualClock();
    const streams = createEventStreams(clock);
    streams.follow(till.app.till());
    const server = createServer((_request, response) => void streams.open(response, 0));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const closings: Promise<unknown>[] = [];
    server.on('connection', (socket) => void closings.push(once(socket, 'close')));
    const connections = () => promisify(server.getConnections.bind(server))();
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const [reading, stuck] = await Promise.all([readEvents(url, ''), rawConnection(url)]);
    stuck.socket.pause();
    stuck.send('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    await reading.find(({ id }) => Number(id) === ledger.log.head().seq);
    await clock.advance(20 * SECOND);
    expect(await connections()).toBe(2);
    await clock.advance(30 * SECOND);
    await Promise.race(closings);
    expect(await connections()).toBe(1);
    reading.close();
    stuck.socket.destroy();
    streams.close();
    server.close();
    await till.stop();
  });
});

describe('the connections of the training gateway', () => {
  it('logs a till in while another program floods it', async () => {
    const { logger } = keptLogger();
    const gateway = await startTrainingGateway({ clock: systemClock, random: systemRandom, logger });
    const flood = await openSilent(gateway.baseUrl, 300);
    const { accessKey, secretKey, clientId } = gateway.credentials;
    const answer = await fetch(`${gateway.baseUrl}/pdvauth`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ access_key: accessKey, secret_key: secretKey, client_id: clientId }),
    });
    expect(answer.status).toBe(200);
    await flood.atMost(MOST_CONNECTIONS);
    flood.close();
    await gateway.close();
  });
});
