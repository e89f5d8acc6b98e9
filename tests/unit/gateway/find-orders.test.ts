import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../../shared/kernel/time.ts';
import { dated, json, loginAnswer, lost, text, type Rule } from './fake-transport.ts';
import { ORDER_ID, setupClient } from './setup-client.ts';

const FROM = Date.UTC(2026, 10, 23, 12, 0, 0, 900);
const TO = FROM + 20 * MINUTE;
const row = (orderId: string) => ({
  order_id: orderId,
  status: 'pendingv',
  total_order: 12.3,
  store_pos_id: 'till',
});
const listing =
  (reply: (offset: number) => ReturnType<Rule>): Rule =>
  (request) =>
    request.url.includes('/orders/list')
      ? reply(Number(new URL(request.url).searchParams.get('offset')))
      : null;

describe('find', () => {
  it('asks by reference and window, in whole seconds of UTC without a zone', async () => {
    const { client, net } = setupClient([
      listing(() => json({ total: 1, count: 1, offset: 0, data: [row(ORDER_ID)] })),
    ]);
    expect(await client.find('caixa 1/x', FROM, TO)).toEqual({
      ok: true,
      value: [{ orderId: ORDER_ID, word: 'pending', total: 1230, tillId: 'till' }],
    });
    expect(Object.fromEntries(new URL(net.requests.at(-1)?.url ?? '').searchParams)).toEqual({
      external_id: 'caixa 1/x',
      start_date: '2026-11-23T12:00:00',
      end_date: '2026-11-23T12:20:00',
      offset: '0',
      limit: '100',
    });
  });

  it('waits a minute between lists, whatever they are about', async () => {
    const { client, clock, net } = setupClient([listing(() => json({ total: 0, data: [] }))]);
    const found = [client.find('a', FROM, TO), client.find('b', FROM, TO)];
    await clock.advance(MINUTE - 1);
    expect(net.requests).toHaveLength(2);
    await clock.advance(1);
    expect(net.requests).toHaveLength(3);
    expect(await Promise.all(found)).toEqual([
      { ok: true, value: [] },
      { ok: true, value: [] },
    ]);
  });

  it('reads a list to its end and tells each order once', async () => {
    const { client, clock, net } = setupClient([
      listing((offset) =>
        json({ total: 3, data: offset === 0 ? [row('a'), row('b')] : [row('b'), row('c')] }),
      ),
    ]);
    const found = client.find('ref', FROM, TO);
    await clock.advance(MINUTE);
    expect(await found).toMatchObject({
      ok: true,
      value: [{ orderId: 'a' }, { orderId: 'b' }, { orderId: 'c' }],
    });
    expect(net.requests).toHaveLength(3);
  });

  it('does not take an endless list for the whole', async () => {
    let number = 0;
    const { client, clock } = setupClient([
      listing(() => json({ total: 1_000_000, data: [row(String(number++))] })),
    ]);
    const found = client.find('ref', FROM, TO);
    await clock.advance(60 * MINUTE);
    expect(await found).toMatchObject({ ok: false, error: { kind: 'unusable' } });
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
  ])('is not taken for an empty list: %s', async (_name, reply, error) => {
    const { client } = setupClient([listing(() => reply)]);
    expect(await client.find('ref', FROM, TO)).toMatchObject({ ok: false, error });
  });

  it.each([
    ['wider than a day', FROM, FROM + DAY + 1],
    ['backwards', TO, FROM],
  ])('refuses a window %s without asking', async (_name, from, to) => {
    const { client, net } = setupClient([]);
    expect(await client.find('ref', from, to)).toMatchObject({
      ok: false,
      error: { kind: 'refused', reason: 'invalid' },
    });
    expect(net.requests).toHaveLength(0);
  });
});

describe('when the clocks differ', () => {
  const empty = json({ total: 0, data: [] });
  const startOf = (url = ''): string | null => new URL(url).searchParams.get('start_date');
  /** Logs in with this Date header, the till's clock standing at noon of 23 November 2026. */
  const loginDated =
    (date: string): Rule =>
    (request) =>
      request.url.endsWith('/pdvauth') ? dated(loginAnswer(1), date) : null;

  it.each([
    ['Tue, 24 Nov 2026 12:00:00 GMT', '2026-11-24T12:00:00'],
    ['Mon, 23 Nov 2026 11:00:00 GMT', '2026-11-23T11:00:00'],
    ['Mon, 23 Nov 2026 12:00:29 GMT', '2026-11-23T12:00:00'], // the noise of the line
    ['yesterday', '2026-11-23T12:00:00'],
  ])("the window is the gateway's: %s", async (date, start) => {
    const { client, net } = setupClient([loginDated(date), listing(() => empty)]);
    await client.login();
    await client.find('ref', FROM - 900, TO);
    expect(startOf(net.requests.at(-1)?.url)).toBe(start);
  });

  it('only answers of the gateway itself are believed', async () => {
    const wall = dated(text("<html>Sign in to the shop's network</html>"), 'Thu, 01 Jan 1970 00:00:00 GMT');
    const { client, net } = setupClient([
      (request) => (request.url.endsWith('/v1/wallets') ? wall : null),
      listing(() => empty),
    ]);
    await client.wallets();
    await client.find('ref', FROM - 900, TO);
    expect(startOf(net.requests.at(-1)?.url)).toBe('2026-11-23T12:00:00');
  });
});
