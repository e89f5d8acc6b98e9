import { expect, test } from 'vitest';
import { createCoreLink } from '../../../preload/core-link.ts';
import { CUSTOMER_IDLE, fakeCoreEnd } from './frame-pair.ts';

const DISMISS = ['session/dismiss-notice', { id: 'n1' }] as const;

test('a call before the first port waits for it', async () => {
  const link = createCoreLink();
  const reply = link.invoke(...DISMISS);
  const core = fakeCoreEnd();
  link.attach(core.port);
  expect(core.frames).toMatchObject([{ t: 'call', method: 'session/dismiss-notice', input: { id: 'n1' } }]);
  core.say({ t: 'reply', id: core.frames[0]?.['id'], reply: { ok: true, value: { id: 'n1' } } });
  expect(await reply).toEqual({ ok: true, value: { id: 'n1' } });
});

test('when the core dies, calls in flight and calls until its successor answer core-restarted', async () => {
  const link = createCoreLink();
  const core = fakeCoreEnd();
  link.attach(core.port);
  const inFlight = link.invoke(...DISMISS);
  link.lose();
  const restarted = { ok: false, error: { code: 'core-restarted' } };
  expect(await inFlight).toMatchObject(restarted);
  expect(await link.invoke(...DISMISS)).toMatchObject(restarted);
  expect(core.isClosed()).toBe(true);
  // And nothing of it is sent later by itself.
  const next = fakeCoreEnd();
  link.attach(next.port);
  expect(next.frames).toEqual([]);
});

test('a core that never came is told to who waits', async () => {
  const link = createCoreLink();
  const reply = link.invoke(...DISMISS);
  link.lose();
  expect(await reply).toMatchObject({ ok: false, error: { code: 'core-restarted' } });
});

test('a port that replaces one without a word ends its calls too', async () => {
  const link = createCoreLink();
  link.attach(fakeCoreEnd().port);
  const inFlight = link.invoke(...DISMISS);
  link.attach(fakeCoreEnd().port);
  expect(await inFlight).toMatchObject({ ok: false, error: { code: 'core-restarted' } });
});

test('a subscription is asked for again at each core, and its ack goes to the present one', () => {
  const link = createCoreLink();
  const seen: string[] = [];
  const view = link.subscribe('customer/view', ({ screen }) => seen.push(screen.kind));
  const first = fakeCoreEnd();
  link.attach(first.port);
  first.say({ t: 'push', id: first.frames[0]?.['id'], payload: CUSTOMER_IDLE });
  link.lose();
  view.ack({ shows: 'idle' });
  const second = fakeCoreEnd();
  link.attach(second.port);
  const id = second.frames[0]?.['id'];
  second.say({ t: 'push', id, payload: { ...CUSTOMER_IDLE, screen: { kind: 'offline' } } });
  view.ack({ shows: 'offline' });
  expect(seen).toEqual(['idle', 'offline']);
  expect(second.frames).toEqual([
    { t: 'subscribe', id, view: 'customer/view' },
    { t: 'ack', id, payload: { shows: 'offline' } },
  ]);
});

test('a cancelled subscription stays cancelled', () => {
  const link = createCoreLink();
  const core = fakeCoreEnd();
  link.attach(core.port);
  const view = link.subscribe('customer/view', () => expect.unreachable());
  view.cancel();
  view.cancel();
  view.ack({ shows: 'idle' });
  expect(core.frames.map((frame) => frame['t'])).toEqual(['subscribe', 'unsubscribe']);
  core.say({ t: 'push', id: core.frames[0]?.['id'], payload: CUSTOMER_IDLE });
  const next = fakeCoreEnd();
  link.attach(next.port);
  expect(next.frames).toEqual([]);
});
