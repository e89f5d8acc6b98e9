import { expect, test } from 'vitest';
import { createCashierBridge } from '../../../preload/cashier-bridge.ts';
import { createControlPlane } from '../../../preload/control-plane.ts';
import { createCoreLink } from '../../../preload/core-link.ts';
import { createCustomerBridge } from '../../../preload/customer-bridge.ts';
import { CHANNELS } from '../../../shared/rpc/channels.ts';
import { CUSTOMER_IDLE, fakeCoreEnd } from './frame-pair.ts';

function setUp(answer: (name: string) => Promise<unknown> = () => Promise.resolve({ ok: true, value: [] })) {
  const calls: unknown[][] = [];
  let push: (name: unknown, payload: unknown) => void = () => undefined;
  const ipc = {
    invoke(...args: unknown[]) {
      calls.push(args);
      return answer(String(args[1]));
    },
    on: (_: string, listener: (...args: unknown[]) => void) => {
      push = (name, payload) => listener({ sender: 'the event object' }, name, payload);
    },
  };
  const link = createCoreLink();
  const core = fakeCoreEnd();
  link.attach(core.port);
  const bridge = createCashierBridge(createControlPlane(ipc as never), link);
  return { bridge, calls, core, push: (name: unknown, payload: unknown) => push(name, payload) };
}

test('the cashier’s bridge is two functions, the customer’s two others', () => {
  expect(Object.keys(setUp().bridge)).toEqual(['invoke', 'subscribe']);
  expect(Object.keys(createCustomerBridge(createCoreLink()))).toEqual(['subscribe', 'ack']);
});

test('control-plane names go to main, and all others to the core, which refuses those that it does not have', async () => {
  const { bridge, calls, core } = setUp();
  await bridge.invoke('displays/list', {});
  void bridge.invoke('charge/get', { id: '01JDFZ8Q4M2V7RXKT9N3WBCE5H' });
  expect(calls).toEqual([[CHANNELS.control, 'displays/list', {}]]);
  expect(core.frames).toMatchObject([{ t: 'call', method: 'charge/get' }]);
  for (const name of ['constructor', null, { a: 1 }]) void bridge.invoke(name as never, {} as never);
  expect(calls).toHaveLength(1);
  expect(core.frames.slice(1).map(({ method }) => method)).toEqual([
    'constructor',
    'null',
    '[object Object]',
  ]);
});

test('a main that throws or is leaving is a value', async () => {
  const { bridge } = setUp(() => Promise.reject(new Error('An object could not be cloned.')));
  const reply = await bridge.invoke('displays/list', {});
  expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
});

test('pushes arrive without the event object, and only those of the control plane', () => {
  const { bridge, push } = setUp();
  const seen: unknown[][] = [];
  const off = bridge.subscribe('app/quitting', (...args) => seen.push(args));
  push('app/quitting', { cancelling: 1, leftMs: 900 });
  push('app/other', {});
  push(7, {});
  off();
  push('app/quitting', { cancelling: 0, leftMs: 0 });
  expect(seen).toEqual([[{ cancelling: 1, leftMs: 900 }]]);
});

test('who asks late for the state of the core still hears it; moments are not repeated', () => {
  const { bridge, push } = setUp();
  push('core/state', { state: 'gave-up', trouble: 'keeps-crashing' });
  push('app/quit-refused', { waitsForOperator: true, cancelling: 0 });
  const seen: unknown[] = [];
  bridge.subscribe('core/state', (payload) => seen.push(payload));
  bridge.subscribe('app/quit-refused', (payload) => seen.push(payload));
  expect(seen).toEqual([{ state: 'gave-up', trouble: 'keeps-crashing' }]);
});

test('a listener that is none is quietly nothing', () => {
  const { bridge, core } = setUp();
  bridge.subscribe('till/view', 'listener' as never)();
  expect(core.frames).toEqual([]);
});

test('the customer’s bridge reads its one view and says what it drew', () => {
  const link = createCoreLink();
  const core = fakeCoreEnd();
  link.attach(core.port);
  const bridge = createCustomerBridge(link);
  const seen: string[] = [];
  bridge.ack({ shows: 'idle' });
  bridge.subscribe('till/view' as never, () => expect.unreachable());
  const off = bridge.subscribe('customer/view', (view) => seen.push(view?.screen.kind ?? 'nothing'));
  const id = core.frames[0]?.['id'];
  core.say({ t: 'push', id, payload: CUSTOMER_IDLE });
  bridge.ack({ shows: 'idle' });
  off();
  bridge.ack({ shows: 'idle' });
  expect(seen).toEqual(['idle']);
  expect(core.frames.map((frame) => frame['t'])).toEqual(['subscribe', 'ack', 'unsubscribe']);
});

test('the customer’s page hears at once, and once, that nobody vouches for what it shows', () => {
  const link = createCoreLink();
  const core = fakeCoreEnd();
  link.attach(core.port);
  const bridge = createCustomerBridge(link);
  const seen: unknown[] = [];
  const off = bridge.subscribe('customer/view', (view) => seen.push(view?.screen.kind ?? null));
  core.say({ t: 'push', id: core.frames[0]?.['id'], payload: CUSTOMER_IDLE });
  link.lose();
  link.lose();
  expect(seen).toEqual(['idle', null]);
  off();
  link.attach(fakeCoreEnd().port);
  link.lose();
  expect(seen).toHaveLength(2);
});
