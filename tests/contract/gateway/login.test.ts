import { describe, expect, it } from 'vitest';
import { setUpTraining } from './setup-training.ts';

const logins = (asked: readonly { readonly path: string }[]): number =>
  asked.filter((request) => request.path === '/pdvauth').length;

describe('login against the gateway', () => {
  it('happens once for many calls', async () => {
    const { client, asked, open } = await setUpTraining();
    await Promise.all([client.wallets(), client.wallets(), open()]);
    await client.cancel(await open());
    expect(logins(asked)).toBe(1);
  });

  it('happens again shortly before the token ends, and no call is refused', async () => {
    const { client, asked, clock, open } = await setUpTraining({ tokenSeconds: 600 });
    const order = await open();
    await clock.advance(539_000);
    await client.read(order);
    expect(logins(asked)).toBe(1);
    await clock.advance(1_000);
    await client.read(order);
    expect(logins(asked)).toBe(2);
    expect(asked.map((request) => request.path)).toEqual([
      '/pdvauth',
      '/order',
      `/order/${order.orderId}`,
      '/pdvauth',
      `/order/${order.orderId}`,
    ]);
  });

  it('is refused for any wrong key', async () => {
    for (const key of ['accessKey', 'secretKey', 'clientId'] as const) {
      const credentials = { accessKey: 'a', secretKey: 's', clientId: 'c' };
      const { client } = await setUpTraining(
        { credentials },
        { credentials: { ...credentials, [key]: 'wrong' } },
      );
      expect(await client.login()).toEqual({
        ok: false,
        error: { kind: 'refused', status: 401, reason: 'credentials', message: 'Unauthenticated User.' },
      });
    }
  });

  it('gives tokens that name the till, and tells bad ones apart', async () => {
    const { gateway, clock } = await setUpTraining();
    const { accessKey, secretKey, clientId } = gateway.credentials;
    const answer = await fetch(`${gateway.baseUrl}/pdvauth`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ access_key: accessKey, secret_key: secretKey, client_id: clientId }),
    });
    const login = (await answer.json()) as Record<string, string>;
    expect(login).toMatchObject({
      access_token_expires_in: 14_400,
      refresh_token_expires_in: 28_800,
      token_type: 'Bearer',
    });
    const claims: unknown = JSON.parse(
      Buffer.from(String(login['access_token']?.split('.')[1]), 'base64url').toString(),
    );
    expect(claims).toMatchObject({
      type: 'access',
      identity: { auth_type: 'client', store_pos_id: expect.any(String) as unknown },
    });

    const wallets = async (authorization?: string): Promise<unknown> => {
      const headers = authorization === undefined ? {} : { authorization };
      const reply = await fetch(`${gateway.baseUrl}/v1/wallets`, { headers });
      return [reply.status, reply.status === 200 ? null : await reply.json()];
    };
    expect(await wallets()).toEqual([401, { code: 401, message: 'Unauthorized' }]);
    expect(await wallets('Bearer x')).toEqual([422, { msg: 'Not enough segments' }]);
    expect(await wallets(`Bearer ${login['access_token']}x`)).toEqual([
      422,
      { msg: 'Signature verification failed' },
    ]);
    expect(await wallets(`Bearer ${login['refresh_token']}`)).toEqual([
      422,
      { msg: 'Only access tokens are allowed' },
    ]);
    expect(await wallets(`Bearer ${login['access_token']}`)).toEqual([200, null]);

    const refresh = async (token: string | undefined): Promise<number> =>
      (
        await fetch(`${gateway.baseUrl}/refresh-token`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}` },
        })
      ).status;
    expect(await refresh(login['refresh_token'])).toBe(200);
    expect(await refresh(login['access_token'])).toBe(401);
    await clock.advance(14_400_000);
    expect(await wallets(`Bearer ${login['access_token']}`)).toEqual([401, { msg: 'Token has expired' }]);
  });
});
