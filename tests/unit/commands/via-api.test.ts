import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Via } from '../../../shared/domain/ledger-event/by.ts';
import { readEvents } from '../../support/api/event-reader.ts';
import { httpCall, type Answer } from '../../support/api/http-call.ts';
import { freshRequestId, startTestApi, type TestApi } from '../../support/api/start-test-api.ts';
import { causedSince, placeOf } from './written-by.ts';

/** Each server that starts publishes itself here (Fastify's own channel). */
const CREATED = 'fastify.initialization';

/** The calls of the server that was created last: `POST /v1/charges`. */
let calls: string[] = [];
const collect = (message: unknown): void => {
  calls = [];
  (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
    calls.push(`${String(method)} ${url}`);
  });
};

interface Play {
  readonly writes: readonly string[];
  /** Returns the path and the body of the call. */
  readonly play: (shop: TestApi) => Promise<readonly [path: string, body: unknown]>;
}

const pending = async (shop: TestApi): Promise<string> => {
  const id = await shop.charge(900);
  await shop.until(id, 'pending');
  return id;
};
const paid = async (shop: TestApi): Promise<string> => {
  const id = await pending(shop);
  await shop.app.core.playCustomer(id, 'pay');
  await shop.until(id, 'approved');
  return id;
};

/** Every call that is not a GET. The test refuses a call without a play. */
const PLAYS: Readonly<Record<string, Play>> = {
  'POST /v1/charges': {
    writes: ['shift-opened', 'created'],
    play: async () => ['/v1/charges', { requestId: freshRequestId(), amount: 900 }],
  },
  'POST /v1/charges/:id/cancel': {
    writes: ['given-up'],
    play: async (shop) => [`/v1/charges/${await pending(shop)}/cancel`, { reason: 'desistiu' }],
  },
  'POST /v1/charges/:id/finalize': {
    writes: ['finalized'],
    play: async (shop) => [`/v1/charges/${await paid(shop)}/finalize`, {}],
  },
  'POST /v1/charges/:id/refunds': {
    writes: ['refund-requested'],
    play: async (shop) => {
      const body = { requestId: freshRequestId(), amount: 900, pin: '4321', reason: 'troca' };
      return [`/v1/charges/${await paid(shop)}/refunds`, body];
    },
  },
  'POST /v1/shift/open': {
    // Ana takes over from the software, whose shift is closed.
    writes: ['shift-closed', 'shift-opened'],
    play: async () => ['/v1/shift/open', { operator: 'Ana', pin: '1234' }],
  },
  'POST /v1/shift/close': {
    writes: ['shift-closed'],
    play: async () => ['/v1/shift/close', { operator: 'Ana', pin: '1234' }],
  },
  // The ledger goes on where it was.
  'POST /v1/stop': { writes: [], play: async () => ['/v1/stop', { force: true }] },
};

describe('each event that a call of the API causes names the API and the program', () => {
  let shop: TestApi;
  beforeAll(async () => {
    subscribe(CREATED, collect);
    shop = await startTestApi();
    unsubscribe(CREATED, collect);
  });
  afterAll(() => shop.stop());

  const call = (path: string, body: unknown, client = 'ERP-X 2.1'): Promise<Answer> =>
    httpCall(
      'POST',
      shop.api.url + path,
      {
        authorization: `Bearer ${shop.token()}`,
        'content-type': 'application/json',
        'user-agent': client,
      },
      body,
    );
  /** Settles what the play before has left, so that the next charge has room and the shift can close. */
  const tidy = async (): Promise<void> => {
    for (const { id, status } of shop.app.till().ledger.charges.unresolved()) {
      if (['creating', 'pending'].includes(status)) await shop.cancel(id);
      if (status === 'cancelling') await shop.until(id, 'cancelled');
      if (status === 'approved') await call(`/v1/charges/${id}/finalize`, {});
      if (status === 'refund_pending') await shop.until(id, 'refunded');
    }
  };

  it('for every call that is not a GET', () => {
    expect(calls).toContain('GET /v1/status');
    expect(Object.keys(PLAYS).toSorted()).toEqual(
      calls.filter((name) => !/^(?:GET|HEAD) /.test(name)).toSorted(),
    );
  });

  it.each(Object.entries(PLAYS))('%s', async (_name, { writes, play }) => {
    await tidy();
    const [path, body] = await play(shop);
    const before = placeOf(shop.app.till());
    expect((await call(path, body)).status).toBeLessThan(300);
    const caused = causedSince(before, shop.app.till());
    expect(caused.map(({ type }) => type)).toEqual(writes);
    for (const { type, via } of caused) expect(via, type).toEqual({ channel: 'api', client: 'ERP-X 2.1' });
  });

  it.each<[string, string, Via]>([
    ['its name with its version', 'PDV/3.2 (Windows)', { channel: 'api', client: 'PDV/3.2 (Windows)' }],
    ['no name that is empty', '', { channel: 'api' }],
    ['no name with a character that cannot be seen', 'PDV\u00a03\u00ad2', { channel: 'api' }],
    ['no name that is too long', 'x'.repeat(81), { channel: 'api' }],
  ])('keeps of the program %s, with a wrong PIN too', async (_what, client, via) => {
    // The tries before make the next one wait, so that a right PIN forgets them first.
    await shop.app.till().operators.check(shop.app.till().operators.byName('Ana')?.id ?? '', '1234', via);
    const before = placeOf(shop.app.till());
    const answer = await call('/v1/shift/open', { operator: 'Ana', pin: '9999' }, client);
    expect(answer.json).toMatchObject({ code: 'pin_required' });
    expect(causedSince(before, shop.app.till())).toEqual([{ type: 'pin-failed', via }]);
  });

  it('and a reader of the events gets it beside the body', async () => {
    await tidy();
    const { seq } = shop.app.till().ledger.log.head();
    const reader = await readEvents(shop.api.url, shop.token(), String(seq));
    await call('/v1/charges', { requestId: freshRequestId(), amount: 900 });
    const { data } = await reader.find(({ data: { type } }) => type === 'created');
    expect(data['via']).toEqual({ channel: 'api', client: 'ERP-X 2.1' });
    expect(data['body']).not.toHaveProperty('via');
    const opened = await reader.find(({ data: { type } }) => type === 'opened');
    expect(opened.data['via']).toBeNull();
    reader.close();
  });
});
