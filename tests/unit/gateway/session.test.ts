import { describe, expect, it } from 'vitest';
import { CREDENTIALS, ORDER_ID, aNewOrder, setupClient } from './setup-client.ts';
import { json, loginAnswer, lost, text, type Rule } from './fake-transport.ts';

const wallets: Rule = (request) => (request.url.endsWith('/v1/wallets') ? json([]) : null);

/** Turns down the named tokens, as the token library does or as the gateway does. */
const refusing =
  (tokens: readonly string[], status = 401, body: object = { code: 401, message: 'Unauthorized' }): Rule =>
  (request) =>
    tokens.some((token) => request.headers['authorization'] === `Bearer ${token}`)
      ? json(body, status)
      : null;

describe('one login for many calls', () => {
  it('sends the three keys once and carries the token from then on', async () => {
    const { client, net } = setupClient([wallets]);
    for (let call = 0; call < 5; call++) expect((await client.wallets()).ok).toBe(true);
    expect(net.logins()).toBe(1);
    expect(net.requests[0]).toMatchObject({ method: 'POST', url: 'https://gateway.test/pdvauth' });
    expect(JSON.parse(net.requests[0]?.body ?? '')).toEqual({
      access_key: CREDENTIALS.accessKey,
      secret_key: CREDENTIALS.secretKey,
      client_id: CREDENTIALS.clientId,
    });
    expect(net.requests[0]?.headers['authorization']).toBeUndefined();
    expect(net.requests.slice(1).map((request) => request.headers['authorization'])).toEqual(
      Array(5).fill('Bearer token-1'),
    );
  });

  it('logs in once for calls that start together', async () => {
    const { client, net } = setupClient([wallets]);
    await Promise.all([client.wallets(), client.create(aNewOrder()), client.wallets(), client.wallets()]);
    expect(net.logins()).toBe(1);
  });

  it.each([
    [14_400, 14_400 - 300],
    [600, 540],
    [24, 21.6],
  ])('takes the life of %i s from the answer and gives the token up after %f s', async (life, used) => {
    const { client, net, clock } = setupClient([
      wallets,
      (request) => (request.url.endsWith('/pdvauth') ? loginAnswer(net.logins(), life) : null),
    ]);
    await client.wallets();
    await clock.advance(used * 1000 - 1);
    await client.wallets();
    expect(net.logins()).toBe(1);
    await clock.advance(1);
    await client.wallets();
    expect(net.logins()).toBe(2);
  });

  it('login() asks afresh although a token is in hand', async () => {
    const { client, net } = setupClient([wallets]);
    await client.wallets();
    expect(await client.login()).toEqual({ ok: true, value: undefined });
    await client.wallets();
    expect(net.logins()).toBe(2);
    expect(net.requests.at(-1)?.headers['authorization']).toBe('Bearer token-2');
  });
});

describe('a refused token', () => {
  it.each([
    ['401 of the gateway', 401, { code: 401, message: 'Unauthorized' }],
    ['401 of the token library', 401, { msg: 'Token has expired' }],
    ['422 of the token library', 422, { msg: 'Signature verification failed' }],
  ])('%s is replaced once and the call repeated once', async (_name, status, body) => {
    const { client, net } = setupClient([refusing(['token-1'], status, body), wallets]);
    expect((await client.wallets()).ok).toBe(true);
    expect(net.logins()).toBe(2);
    expect(net.requests.filter((request) => request.url.endsWith('/v1/wallets'))).toHaveLength(2);
  });

  it('counts although the 401 came as a page', async () => {
    const { client, net } = setupClient([
      (request) =>
        request.headers['authorization'] === 'Bearer token-1' ? text('<html>401</html>', 401) : null,
      wallets,
    ]);
    expect((await client.wallets()).ok).toBe(true);
    expect(net.logins()).toBe(2);
  });

  it('is repeated with the same body', async () => {
    const { client, net } = setupClient([
      refusing(['token-1']),
      (request) =>
        request.url.endsWith('/order')
          ? json({ order_id: ORDER_ID, status: 'pending', qr_code_text: '000201' })
          : null,
    ]);
    expect((await client.create(aNewOrder())).ok).toBe(true);
    const [first, second] = net.requests.filter((request) => request.url.endsWith('/order'));
    expect(second?.body).toBe(first?.body);
  });

  it('twice is a refusal of the credentials, without a third try', async () => {
    const { client, net } = setupClient([refusing(['token-1', 'token-2']), wallets]);
    expect(await client.wallets()).toMatchObject({
      ok: false,
      error: { kind: 'refused', reason: 'credentials' },
    });
    expect(net.logins()).toBe(2);
    expect(net.requests).toHaveLength(4);
  });

  it('of two calls at once is replaced by one login', async () => {
    const { client, net } = setupClient([refusing(['token-1']), wallets]);
    await Promise.all([client.wallets(), client.wallets()]);
    expect(net.logins()).toBe(2);
  });

  it('is not confused with a 422 about the order', async () => {
    const { client, net } = setupClient([
      (request) =>
        request.url.endsWith('/orderv')
          ? json({ code: 422, message: 'O valor total da cobrança é diferente da somatória dos itens' }, 422)
          : null,
    ]);
    expect(await client.create(aNewOrder({ family: 'orderv' }))).toMatchObject({
      error: { kind: 'refused', status: 422, reason: 'sum-mismatch' },
    });
    expect(net.logins()).toBe(1);
  });
});

describe('a login that fails', () => {
  const loginGives =
    (reply: ReturnType<Rule>): Rule =>
    (request) =>
      request.url.endsWith('/pdvauth') ? reply : null;

  it.each([
    [
      'wrong keys',
      json({ code: 401, message: 'Unauthenticated User.' }, 401),
      { kind: 'refused', reason: 'credentials' },
    ],
    ['no network', lost('unreachable'), { kind: 'unreachable' }],
    ['no answer', lost('no-answer'), { kind: 'no-answer' }],
    ['HTML', text('<html>502 Bad Gateway</html>', 502), { kind: 'unusable', status: 502 }],
    ['no token', json({ token: 'x' }), { kind: 'unusable', status: 200 }],
    [
      'a token that is no header',
      json({ access_token: 'a\r\nb', access_token_expires_in: 9 }),
      { kind: 'unusable' },
    ],
    ['no lifetime', json({ access_token: 'x' }), { kind: 'unusable' }],
  ])('login() tells of %s', async (_name, reply, error) => {
    const { client } = setupClient([loginGives(reply)]);
    expect(await client.login()).toMatchObject({ ok: false, error });
  });

  it.each([14_400, '14400', 14_400.5, '14400.0'])(
    'a token that lives %j s is used again',
    async (seconds) => {
      const { client, net } = setupClient([
        loginGives(json({ access_token: 'x', access_token_expires_in: seconds })),
      ]);
      await client.wallets();
      await client.wallets();
      expect(net.logins()).toBe(1);
    },
  );

  it.each([lost('no-answer'), text('<html></html>', 503), json({}), lost('unreachable')])(
    'makes a create certainly not sent, whatever became of the login',
    async (reply) => {
      const { client, net } = setupClient([loginGives(reply)]);
      expect(await client.create(aNewOrder())).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
      expect(net.requests).toHaveLength(1);
    },
  );

  it('stays a refusal for a create too', async () => {
    const { client } = setupClient([loginGives(json({ code: 401, message: 'Unauthenticated User.' }, 401))]);
    expect(await client.create(aNewOrder())).toMatchObject({
      ok: false,
      error: { kind: 'refused', reason: 'credentials', message: 'Unauthenticated User.' },
    });
  });

  it('is tried again by the next call', async () => {
    let answers = 0;
    const { client } = setupClient([
      (request) => (request.url.endsWith('/pdvauth') && answers++ === 0 ? lost('no-answer') : null),
      wallets,
    ]);
    expect((await client.wallets()).ok).toBe(false);
    expect((await client.wallets()).ok).toBe(true);
  });
});

describe('what is logged', () => {
  it('holds neither keys nor tokens nor bodies', async () => {
    const { client, records } = setupClient([
      refusing(['token-1']),
      (request) =>
        request.url.endsWith('/order')
          ? json({ code: 400, message: `bad ${CREDENTIALS.secretKey}` }, 400)
          : null,
    ]);
    await client.create(aNewOrder());
    expect(records.length).toBeGreaterThan(3);
    for (const record of records) expect(JSON.stringify(record)).not.toMatch(/SECRET|token-|12\.30|caixa1/);
  });
});
