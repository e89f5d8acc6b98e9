import { expect, test } from 'vitest';
import { connectToParent } from '../../../../main/core/boot/process/parent-port.ts';
import type { ParentChannel } from '../../../../main/core/boot/process/channel.ts';
import { createRelay } from '../../../../main/supervisor/relay.ts';
import type { FramePort } from '../../../../shared/rpc/frames.ts';
import type { ToCore } from '../../../../shared/rpc/core-process.ts';
import { fakeChannel } from '../fakes/fake-port.ts';

/** Main's relay and the core's helper, joined as a child's IPC channel joins them: everything becomes JSON on the way. */
function setUp(onPort?: (port: FramePort, role: string) => void) {
  let toCore: (message: unknown) => void = () => undefined;
  let parentGone: () => void = () => undefined;
  const sent: ToCore[] = [];
  const relay = createRelay((message) => {
    sent.push(message);
    toCore(JSON.parse(JSON.stringify(message)));
  });
  const channel: ParentChannel = {
    send: (message) => void relay.deliver(JSON.parse(JSON.stringify(message))),
    listen: (listener) => (toCore = listener),
    onParentGone: (listener) => (parentGone = listener),
  };
  const ports: { port: FramePort; role: string; isOpen: boolean }[] = [];
  let shutdowns = 0;
  connectToParent(
    {
      onStart: () => undefined,
      onPort(port, role) {
        const entry = { port, role, isOpen: true };
        ports.push(entry);
        onPort?.(port, role);
        return () => (entry.isOpen = false);
      },
      onResumed: () => undefined,
      onShutdown: () => shutdowns++,
    },
    channel,
  );
  const open = (portId: number, role: 'cashier' | 'customer') => {
    const { port1, port2 } = fakeChannel();
    toCore({ t: 'open-port', portId, role });
    relay.open(portId, port1);
    const received: unknown[] = [];
    port2.on('message', (event) => received.push(event.data));
    port2.start();
    return { page: port2, received };
  };
  return {
    relay,
    ports,
    open,
    sent,
    parentGone: () => parentGone(),
    shutdowns: () => shutdowns,
    toCore: (m: unknown) => toCore(m),
  };
}

const echo = (port: FramePort): void => port.receive((frame) => port.post({ echo: frame }));

test('frames go both ways, each to its own port', () => {
  const { open, ports } = setUp(echo);
  const cashier = open(1, 'cashier');
  const customer = open(2, 'customer');
  cashier.page.postMessage({ t: 'call' });
  customer.page.postMessage('hello');
  expect(cashier.received).toEqual([{ echo: { t: 'call' } }]);
  expect(customer.received).toEqual([{ echo: 'hello' }]);
  expect(ports.map((one) => one.role)).toEqual(['cashier', 'customer']);
});

test('frames that come before the core listens wait', () => {
  const { open, ports } = setUp();
  const { page, received } = open(1, 'cashier');
  page.postMessage('early');
  expect(received).toEqual([]);
  echo(ports[0]?.port as FramePort);
  expect(received).toEqual([{ echo: 'early' }]);
});

test('a page that goes away ends its port at the core, and only its own', () => {
  const { open, ports } = setUp(echo);
  const { page } = open(1, 'cashier');
  open(2, 'customer');
  page.close();
  expect(ports.map((one) => one.isOpen)).toEqual([false, true]);
});

test('main closes a port: both ends know', () => {
  const { relay, open, ports } = setUp(echo);
  const { page } = open(1, 'customer');
  let pageKnows = false;
  page.on('close', () => (pageKnows = true));
  relay.close(1);
  relay.close(1);
  expect(ports[0]?.isOpen).toBe(false);
  expect(pageKnows).toBe(true);
});

test('when the process is gone every page knows', () => {
  const { relay, open } = setUp(echo);
  const closed: number[] = [];
  open(1, 'cashier').page.on('close', () => closed.push(1));
  open(2, 'customer').page.on('close', () => closed.push(2));
  relay.closeAll();
  expect(closed).toEqual([1, 2]);
});

test('what is not a frame is left to others; a frame for nobody is dropped', () => {
  const { relay } = setUp();
  expect(relay.deliver({ t: 'ready' })).toBe(false);
  expect(relay.deliver({ t: 'relay', portId: 9, frame: 1 })).toBe(true);
});

test('the core finishes when it is asked, and when main died', () => {
  const { toCore, parentGone, shutdowns } = setUp();
  toCore({ t: 'shutdown' });
  parentGone();
  expect(shutdowns()).toBe(2);
});

test('a message outside the protocol is a bug, told without its content', () => {
  const { toCore } = setUp();
  expect(() => toCore({ t: 'start', secret: 'abc' })).toThrow(
    /^main sent the core a message outside the protocol$/,
  );
});
