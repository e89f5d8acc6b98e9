import { describe, expect, it } from 'vitest';
import type { FoundOrders, Gateway, GatewayFailure } from '../../../main/core/gateway/port.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { DAY, epochMs, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import { dated, json, loginAnswer, lost, text, type Rule } from './fake-transport.ts';
import { ORDER_ID, setupClient, TILL_NOON } from './setup-client.ts';
import { createVirtualClock, type VirtualClock } from '../../support/time/virtual-clock.ts';

/** The gateway's noon, five years and some from the till's. */
const NOON = Date.UTC(2031, 6, 1, 12);
const since = (ms: number) => epochMs(NOON + ms);

const row = (orderId: string) => ({
  order_id: orderId,
  status: 'pendingv',
  total_order: 12.3,
  store_id: 'store',
  store_name: 'Loja Centro',
  store_pos_id: 'till',
  store_pos_name: 'Caixa 2',
});
const empty = json({ total: 0, data: [] });
type Reply = ReturnType<Rule>;

interface Query {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** A gateway whose answers carry its clock, `ahead` of the virtual one at the start; without one, no Date. */
function gatewayOf(reply: (query: Query) => Reply, ahead: number | null = 0) {
  const clock = createVirtualClock(TILL_NOON);
  const begun = clock.monotonic();
  const asked: Query[] = [];
  const theirs = { ahead };
  const stamped = (answer: Reply): Reply =>
    answer === null || answer instanceof Promise || theirs.ahead === null
      ? answer
      : dated(answer, new Date(NOON + theirs.ahead + clock.monotonic() - begun).toUTCString());
  const { client, net } = setupClient(
    [
      (request) => {
        const url = new URL(request.url);
        if (url.pathname === '/pdvauth') return stamped(loginAnswer(1));
        if (url.pathname !== '/orders/list') return null;
        const instant = (name: string): number => Date.parse(`${url.searchParams.get(name) ?? ''}Z`);
        const query = {
          from: instant('start_date'),
          to: instant('end_date'),
          offset: Number(url.searchParams.get('offset')),
        };
        asked.push(query);
        return stamped(reply(query));
      },
    ],
    { clock },
  );
  return { client, clock, net, asked, theirs };
}

/** Every step of a search, while time passes. */
async function search(
  client: Gateway,
  clock: VirtualClock,
  from: ReturnType<typeof epochMs> | null,
): Promise<Result<FoundOrders, GatewayFailure>[]> {
  const steps: Result<FoundOrders, GatewayFailure>[] = [];
  let over = false;
  const run = async (): Promise<void> => {
    for (let rest: FoundOrders['rest'] | undefined; rest !== null && steps.length < 70;) {
      const step = await client.find('ref', from, rest);
      steps.push(step);
      rest = step.ok ? step.value.rest : null;
    }
    over = true;
  };
  void run();
  for (let minutes = 0; !over && minutes < 2_000; minutes++) await clock.advance(MINUTE);
  return steps;
}

const ids = (steps: readonly Result<FoundOrders, GatewayFailure>[]): string[] =>
  steps.flatMap((step) => (step.ok ? step.value.orders.map(({ orderId }) => orderId) : []));
const last = (steps: readonly Result<FoundOrders, GatewayFailure>[]) => steps.at(-1);

describe('find', () => {
  it("asks by reference and the gateway's window, in whole seconds of UTC without a zone", async () => {
    const { client, net } = gatewayOf(() => json({ total: 1, count: 1, offset: 0, data: [row(ORDER_ID)] }));
    expect(await client.find('caixa 1/x', since(-HOUR))).toEqual({
      ok: true,
      value: {
        orders: [
          {
            orderId: ORDER_ID,
            word: 'pending',
            place: { storeId: 'store', storeName: 'Loja Centro', tillId: 'till', tillName: 'Caixa 2' },
          },
        ],
        until: NOON,
        rest: null,
      },
    });
    expect(Object.fromEntries(new URL(net.requests.at(-1)?.url ?? '').searchParams)).toEqual({
      external_id: 'caixa 1/x',
      start_date: '2031-07-01T10:50:00',
      end_date: '2031-07-01T12:10:00',
      offset: '0',
      limit: '100',
    });
  });

  it('waits a minute between lists, whatever they are about', async () => {
    const { client, clock, asked } = gatewayOf(() => empty);
    const found = [client.find('a', since(0)), client.find('b', since(0))];
    await clock.advance(MINUTE - 1);
    expect(asked).toHaveLength(1);
    await clock.advance(1);
    expect(asked).toHaveLength(2);
    expect(await Promise.all(found)).toMatchObject([{ ok: true }, { ok: true }]);
  });

  it('goes back slice by slice, newest first, and is complete as of the newest', async () => {
    const { client, clock, asked } = gatewayOf(() => empty);
    const steps = await search(client, clock, since(-3 * DAY));
    expect(asked).toHaveLength(4);
    for (const [place, { from, to }] of asked.entries()) {
      expect(to - from).toBeLessThanOrEqual(DAY);
      if (place > 0) expect(to).toBeGreaterThanOrEqual(asked[place - 1]!.from);
    }
    expect(asked[0]!.to).toBe(NOON + 10 * MINUTE);
    expect(asked.at(-1)!.from).toBe(NOON - 3 * DAY - 10 * MINUTE);
    expect(last(steps)).toEqual({ ok: true, value: { orders: [], until: NOON, rest: null } });
    for (const step of steps.slice(0, -1)) expect(step).toMatchObject({ value: { until: null } });
  });

  it('tells each order of a slice at once, and no order twice', async () => {
    let slice = 0;
    const { client, clock } = gatewayOf(() =>
      json({ total: 2, data: [row('in-all'), row(`in-${slice++}`)] }),
    );
    const steps = await search(client, clock, since(-2 * DAY));
    expect(ids(steps.slice(0, 1))).toEqual(['in-all', 'in-0']);
    expect(ids(steps)).toEqual(['in-all', 'in-0', 'in-1', 'in-2']);
  });

  it.each([
    ['as long as it says', [['a', 'b'], ['c']], 3, ['a', 'b', 'c']],
    [
      'pages that overlap',
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      3,
      ['a', 'b', 'c'],
    ],
    ['no total: an empty page is the end', [['a', 'b'], ['c'], []], null, ['a', 'b', 'c']],
    ['shorter than it says', [['a', 'b'], []], 3, null],
    ['empty, and not by its own count', [[]], 1, null],
    ['a row twice instead of another', [['a', 'b'], ['b'], []], 3, null],
    ['without an end', Array.from({ length: 30 }, (_, page) => [`row ${page}`]), 1_000_000, null],
  ])('reads every page: %s', async (_name, pages, total, expected) => {
    for (const bad of [0, 1]) {
      let slice = -1;
      let page = 0;
      const { client, clock } = gatewayOf(({ offset }) => {
        if (offset === 0) [slice, page] = [slice + 1, 0];
        if (slice !== bad) return empty;
        return json({ ...(total === null ? {} : { total }), data: (pages[page++] ?? []).map(row) });
      });
      const steps = await search(client, clock, since(-DAY));
      if (expected === null) expect(last(steps)).toMatchObject({ ok: false, error: { kind: 'unusable' } });
      else {
        expect(last(steps)).toMatchObject({
          ok: true,
          value: { rest: null, until: expect.any(Number) as number },
        });
        expect(ids(steps)).toEqual(expected);
      }
    }
  });

  it.each([
    ['in a text', '3', [['a', 'b'], ['c']]],
    ['a word', 'many', [['a', 'b'], ['c'], []]],
    ['below zero', -1, [['a', 'b'], ['c'], []]],
    ['a fraction', 2.5, [['a', 'b'], ['c'], []]],
    ['an exponent in a text', '1e2', [['a', 'b'], ['c'], []]],
    ['a truth value', true, [['a', 'b'], ['c'], []]],
    ['a list', [3], [['a', 'b'], ['c'], []]],
  ] as const)('reads every page, also with a total that is %s', async (_name, total, pages) => {
    let page = 0;
    const { client, clock } = gatewayOf(() => {
      const rows: readonly string[] = pages[page++] ?? [];
      return json({ total, data: rows.map(row) });
    });
    expect(ids(await search(client, clock, since(0)))).toEqual(['a', 'b', 'c']);
    expect(page).toBe(pages.length);
  });

  it('refuses a list that is shorter than its total in a text', async () => {
    let page = 0;
    const { client, clock } = gatewayOf(() =>
      json({ total: '3', data: page++ === 0 ? ['a', 'b'].map(row) : [] }),
    );
    expect(last(await search(client, clock, since(0)))).toMatchObject({ error: { kind: 'unusable' } });
  });

  it.each([
    [
      'a 400 (asked too soon after a restart)',
      json({ code: 400, message: 'too soon' }, 400),
      { kind: 'unusable', status: 400 },
    ],
    ['a 404', json({ code: 404, message: 'Not found' }, 404), { kind: 'unusable', status: 404 }],
    [
      'a 403',
      json({ code: 403, message: 'Permission Denied' }, 403),
      { kind: 'refused', reason: 'permission' },
    ],
    ['HTML', text('<html></html>'), { kind: 'unusable' }],
    ['no list', json({ total: 0 }), { kind: 'unusable' }],
    ['a row without an id', json({ total: 1, data: [{ status: 'pending' }] }), { kind: 'unusable' }],
    ['nothing', lost('no-answer'), { kind: 'no-answer' }],
    ['no network', lost('unreachable'), { kind: 'unreachable' }],
  ])('is not taken for an empty list, in whatever slice: %s', async (_name, reply, error) => {
    for (const bad of [0, 1, 2]) {
      let slice = 0;
      const { client, clock } = gatewayOf(() => (slice++ === bad ? reply : empty));
      const steps = await search(client, clock, since(-2 * DAY));
      expect(steps).toHaveLength(bad + 1);
      expect(last(steps)).toMatchObject({ ok: false, error });
    }
  });

  it('lists nothing when the login fails', async () => {
    const { client, net } = setupClient([() => lost('no-answer')]);
    expect(await client.find('ref', since(0))).toMatchObject({ ok: false, error: { kind: 'no-answer' } });
    expect(net.requests).toHaveLength(1);
  });
});

describe("the gateway's clock in a search", () => {
  it('never heard: the last 24 h by our clock, and no proof', async () => {
    const { client, clock, asked } = gatewayOf(() => empty, null);
    expect(await search(client, clock, since(-3 * DAY))).toEqual([
      { ok: true, value: { orders: [], until: null, rest: null } },
    ]);
    expect(asked).toMatchObject([{ from: TILL_NOON + 10 * MINUTE - DAY, to: TILL_NOON + 10 * MINUTE }]);
    expect(client.now()).toBeNull();
  });

  it('far ahead of what was heard last, as after a sleep: the search begins again', async () => {
    const { client, clock, asked, theirs } = gatewayOf(() => empty);
    await client.login();
    theirs.ahead = 3 * DAY;
    const steps = await search(client, clock, since(0));
    expect(steps[0]).toMatchObject({ ok: true, value: { until: null } });
    expect(asked[1]!.to).toBe(NOON + 3 * DAY + 10 * MINUTE);
    expect(last(steps)).toMatchObject({ ok: true, value: { until: NOON + 3 * DAY + MINUTE, rest: null } });
    expect(asked.at(-1)!.from).toBe(NOON - 10 * MINUTE);
  });

  it('set back: the search begins again, around both clocks', async () => {
    const { client, clock, asked, theirs } = gatewayOf(() => empty);
    await client.login();
    theirs.ahead = -400 * DAY;
    const steps = await search(client, clock, since(0));
    expect(last(steps)).toMatchObject({ ok: true, value: { until: NOON - 400 * DAY + MINUTE } });
    const covers = (at: number): boolean => asked.some(({ from, to }) => from <= at && at <= to);
    expect([covers(NOON), covers(NOON - 400 * DAY)]).toEqual([true, true]);
  });

  it('heard for the first time from the list: the search begins again by it', async () => {
    const { client, clock, asked, theirs } = gatewayOf(() => empty, null);
    await client.login();
    theirs.ahead = 0;
    const steps = await search(client, clock, since(-SECOND));
    expect(asked.at(-1)!.to).toBe(NOON + 10 * MINUTE);
    expect(last(steps)).toMatchObject({ ok: true, value: { until: NOON + MINUTE, rest: null } });
  });

  it('only answers of the gateway itself are believed', async () => {
    const wall = dated(text("<html>Sign in to the shop's network</html>"), 'Thu, 01 Jan 1970 00:00:00 GMT');
    const { client } = setupClient([(request) => (request.url.endsWith('/v1/wallets') ? wall : null)]);
    await client.wallets();
    expect(client.now()).toBeNull();
  });
});
