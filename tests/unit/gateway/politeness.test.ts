import { describe, expect, it } from 'vitest';
import type { Result } from '../../../shared/kernel/result.ts';
import { json, lost, text, type Rule } from './fake-transport.ts';
import { ORDER_ID, setupClient } from './setup-client.ts';

const HANDLE = { orderId: ORDER_ID, family: 'order' as const };
const OTHER = { orderId: '11111111-1111-4111-8111-111111111111', family: 'order' as const };

/** Answers about whatever order was asked. */
const state: Rule = (request) => {
  if (request.url.endsWith('/pdvauth')) return null;
  return json({ order_id: request.url.split('/').at(-1), status: 'pending', total_order: 1 });
};

describe('reads of an order', () => {
  it('stay 3 s apart, however many are asked for at once', async () => {
    const { client, clock, net } = setupClient([state]);
    const reads = [1, 2, 3, 4].map(() => client.read(HANDLE));
    const seen: number[] = [];
    for (let second = 0; second <= 9; second++) {
      await clock.advance(second === 0 ? 0 : 1_000);
      seen.push(net.requests.length - net.logins());
    }
    expect(seen).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3, 4]);
    await Promise.all(reads);
  });

  it('count from the answer, so that a slow line does not bring them closer', async () => {
    const { client, clock, net } = setupClient([
      (request) =>
        request.url.endsWith('/pdvauth')
          ? null
          : new Promise((resolve) =>
              clock.after(5_000, () => resolve(json({ order_id: ORDER_ID, status: 'pending' }))),
            ),
    ]);
    const reads = [client.read(HANDLE), client.read(HANDLE)];
    await clock.advance(7_999);
    expect(net.requests).toHaveLength(2);
    await clock.advance(1);
    expect(net.requests).toHaveLength(3);
    await clock.advance(5_000);
    await Promise.all(reads);
  });

  it('of different orders do not wait for each other', async () => {
    const { client, net } = setupClient([state]);
    await Promise.all([client.read(HANDLE), client.read(OTHER)]);
    expect(net.requests).toHaveLength(3);
  });

  it('at another distance when told so', async () => {
    const { client, clock, net } = setupClient([state], { pollFloorMs: 5_000 });
    await client.read(HANDLE);
    const second = client.read(HANDLE);
    await clock.advance(4_999);
    expect(net.requests).toHaveLength(2);
    await clock.advance(1);
    expect((await second).ok).toBe(true);
  });

  it('keep their distance after a thousand other orders', async () => {
    const { client, clock, net } = setupClient([state]);
    await client.read(HANDLE);
    for (let number = 0; number < 1000; number++)
      await client.cancel({ orderId: `order-${number}`, family: 'order' });
    const before = net.requests.length;
    const second = client.read(HANDLE);
    await clock.advance(2_999);
    expect(net.requests.length).toBe(before);
    await clock.advance(1);
    await second;
  });
});

describe('one request in flight for an order', () => {
  const slowly = (status: string) => {
    const inFlight = { now: 0, most: 0 };
    const setup = setupClient([
      (request) => {
        if (request.url.endsWith('/pdvauth')) return null;
        inFlight.most = Math.max(inFlight.most, ++inFlight.now);
        return new Promise((resolve) =>
          setup.clock.after(1_000, () => {
            inFlight.now -= 1;
            resolve(json({ order_id: ORDER_ID, status }));
          }),
        );
      },
    ]);
    return { ...setup, inFlight };
  };

  it('whatever the calls are', async () => {
    const { client, clock, inFlight } = slowly('cancelled');
    const calls = [client.read(HANDLE), client.cancel(HANDLE), client.cancel(HANDLE), client.read(HANDLE)];
    await clock.advance(30_000);
    expect((await Promise.all(calls)).every((result) => result.ok)).toBe(true);
    expect(inFlight.most).toBe(1);
  });

  it('and a cancel does not stand behind a read that waits for its time', async () => {
    const { client, clock, net } = slowly('cancelled');
    const first = client.read(HANDLE);
    await clock.advance(1_000);
    await first;
    const second = client.read(HANDLE);
    const cancel = client.cancel(HANDLE);
    await clock.advance(1_000);
    expect((await cancel).ok).toBe(true);
    expect(net.requests.at(-1)?.method).toBe('DELETE');
    await clock.advance(3_000);
    await second;
  });
});

describe('after failures', () => {
  it('reads keep away for 3, 6, 12 and then 30 seconds', async () => {
    const { client, clock, net } = setupClient([
      (request) => (request.method === 'GET' ? text('<html>502</html>', 502) : null),
    ]);
    const askedAt: number[] = [];
    for (let read = 0; read < 6; read++) {
      let done: Result<unknown, unknown> | null = null;
      void client.read(HANDLE).then((result) => (done = result));
      while (done === null) await clock.advance(100);
      askedAt.push(clock.monotonic());
    }
    expect(net.requests).toHaveLength(7);
    expect(askedAt.map((at, index) => at - (askedAt[index - 1] ?? at))).toEqual(
      [0, 3_000, 6_000, 12_000, 30_000, 30_000].map((gap) => expect.closeTo(gap, -3) as unknown),
    );
  });

  it('a good answer about the order ends that at once', async () => {
    let broken = true;
    const { client, clock, net } = setupClient([
      (request) => (request.method === 'GET' && broken ? lost('no-answer') : null),
      state,
    ]);
    for (let read = 0; read < 3; read++) {
      const failed = client.read(HANDLE);
      await clock.advance(60_000);
      expect((await failed).ok).toBe(false);
    }
    expect((await client.read(HANDLE)).ok).toBe(false); // the fourth: from here it would be 30 s
    const waiting = client.read(HANDLE);
    broken = false;
    await client.cancel(HANDLE);
    const before = net.requests.length;
    await clock.advance(3_000);
    expect(net.requests.length).toBe(before + 1);
    expect((await waiting).ok).toBe(true);
  });

  it('an unreachable gateway is asked every 3 s: that burdens nobody', async () => {
    const { client, clock, net } = setupClient([
      (request) => (request.method === 'GET' ? lost('unreachable') : null),
    ]);
    for (let read = 0; read < 4; read++) {
      const failed = client.read(HANDLE);
      await clock.advance(3_000);
      expect((await failed).ok).toBe(false);
    }
    expect(net.requests).toHaveLength(5);
  });
});
