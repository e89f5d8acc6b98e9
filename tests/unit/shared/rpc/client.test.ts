import { describe, expect, it } from 'vitest';
import { createClient, type CoreClient } from '../../../../shared/rpc/client.ts';
import { portPair, settled, type TestPort } from './port-pair.ts';

const restarted = {
  ok: false,
  error: { code: 'core-restarted', message: 'the core restarted before it answered' },
};

/** A client, and the core's end of its port, which says what the test wants. */
function connect(): { client: CoreClient; core: TestPort; page: TestPort } {
  const [page, core] = portPair();
  return { client: createClient(page), core, page };
}

describe('the end of the core', () => {
  it('ends every call in flight', async () => {
    const { client, page } = connect();
    const calls = [
      client.invoke('session/dismiss-notice', { id: 'a' }),
      client.invoke('till/quit-check', {}),
    ];
    client.drop();
    expect(await Promise.all(calls)).toEqual([restarted, restarted]);
    expect(page.isClosed()).toBe(true);
  });

  it('ends every call that is made afterwards, at once', async () => {
    const { client, page } = connect();
    client.drop();
    expect(await client.invoke('session/dismiss-notice', { id: 'a' })).toEqual(restarted);
    expect(page.sent).toEqual([]);
  });

  it('makes a late answer harmless', async () => {
    const { client, core } = connect();
    const call = client.invoke('session/dismiss-notice', { id: 'a' });
    client.drop();
    core.post({ t: 'reply', id: 1, reply: { ok: true, value: { id: 'late' } } });
    expect(await call).toEqual(restarted);
  });
});

describe('what comes back', () => {
  it.each([
    ['half a reply', { ok: true }],
    ['an error without a code', { ok: false, error: {} }],
    ['nothing', undefined],
  ])('%s is a bug, and said to be one', async (_, reply) => {
    const { client, core } = connect();
    const call = client.invoke('session/dismiss-notice', { id: 'a' });
    core.post({ t: 'reply', id: 1, reply });
    expect(await call).toMatchObject({ ok: false, error: { code: 'internal' } });
  });

  it('garbage, answers to nobody and refusals are left', async () => {
    const { client, core } = connect();
    const call = client.invoke('session/dismiss-notice', { id: 'a' });
    for (const frame of [
      null,
      'x',
      { t: 'reply', id: 77, reply: {} },
      { t: 'push', id: 5, payload: {} },
      { t: 'refused', id: 1, code: 'x' },
      { t: 'reply', id: '1', reply: { ok: true, value: { id: 'b' } } },
      { t: 'other', id: 1 },
    ])
      core.post(frame);
    core.post({ t: 'reply', id: 1, reply: { ok: true, value: { id: 'a' } } });
    expect(await call).toMatchObject({ ok: true });
  });

  it('a view that comes after the cancel is not drawn', async () => {
    const { client, core } = connect();
    const seen: unknown[] = [];
    const { cancel } = client.subscribe('customer/view', (view) => seen.push(view.screen));
    const push = (screen: unknown): void =>
      core.post({ t: 'push', id: 1, payload: { shopName: 'a', zone: 'b', training: true, screen } });
    push({ kind: 'paid', amount: 100 });
    cancel();
    push({ kind: 'idle' });
    await settled();
    expect(seen).toEqual([{ kind: 'paid', amount: 100 }]);
  });
});
