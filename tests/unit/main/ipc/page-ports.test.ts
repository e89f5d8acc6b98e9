import { expect, test } from 'vitest';
import { createPagePorts } from '../../../../main/ipc/page-ports.ts';
import { createTrustedPages, type PageRole } from '../../../../main/windows/trusted-pages.ts';
import { createSignal } from '../../../../main/events/signal.ts';
import { fakeContents, type FakeContents } from '../fakes/fake-contents.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';

/** Ports are told apart by their numbers; `open` holds those that nobody closed. */
function setUp() {
  const pages = createTrustedPages();
  const started = createSignal<void>();
  const ended = createSignal<void>();
  const open = new Map<number, string>();
  let nextPort = 1;
  let isUp = true;
  const supervisor = {
    onStarted: started.on,
    onEnded: ended.on,
    openPort(role: string) {
      if (!isUp) return null;
      const number = nextPort++;
      open.set(number, role);
      return { end: number as never, close: () => void open.delete(number) };
    },
  };
  let request: (event: object) => void = () => undefined;
  const log = keptLogger();
  const ipcMain = { on: (_: string, listener: unknown) => (request = listener as never) };
  const ports = createPagePorts(ipcMain as never, pages, supervisor, log.logger);
  const ask = (sender: FakeContents, url = 'app://balcao/x.html') =>
    request({ sender, senderFrame: { parent: null, url } });
  const page = (role: PageRole): FakeContents => {
    const contents = fakeContents();
    pages.add(contents, role);
    return contents;
  };
  return {
    ports,
    ask,
    page,
    log,
    open: () => [...open],
    die() {
      isUp = false;
      open.clear();
      ended.emit();
    },
    rise() {
      isUp = true;
      started.emit();
    },
  };
}

test('each page gets one port with its own role', () => {
  const { ask, page, open } = setUp();
  const [cashier, customer] = [page('cashier'), page('customer')];
  ask(cashier);
  ask(customer);
  expect(open()).toEqual([
    [1, 'cashier'],
    [2, 'customer'],
  ]);
  expect(cashier.handed).toEqual([1]);
});

test('a page that is not ours gets none', () => {
  const { ask, page, open, log } = setUp();
  ask(fakeContents());
  ask(page('cashier'), 'https://evil.example/');
  expect(open()).toEqual([]);
  expect(log.events()).toEqual(['port-refused', 'port-refused']);
});

test('a reloaded page gets a new port and the old one is closed', () => {
  const { ask, page, open } = setUp();
  const cashier = page('cashier');
  ask(cashier);
  ask(cashier);
  expect(open()).toEqual([[2, 'cashier']]);
});

test('a page that is gone gives its port back', () => {
  const { ask, page, open, die, rise } = setUp();
  const [cashier, customer] = [page('cashier'), page('customer')];
  ask(cashier);
  ask(customer);
  cashier.destroyNow();
  customer.emit('render-process-gone');
  expect(open()).toEqual([]);
  die();
  rise();
  expect(open()).toEqual([]);
});

test('when the core dies every page hears it, and gets a new port from the next', () => {
  const { ask, page, open, die, rise } = setUp();
  const cashier = page('cashier');
  ask(cashier);
  die();
  expect(cashier.sent.at(-1)).toEqual(['balcao:port-lost']);
  rise();
  expect(open()).toEqual([[2, 'cashier']]);
  expect(cashier.handed).toEqual([1, 2]);
});

test('a page that asks while the core is away gets its port as soon as there is one', () => {
  const { ask, page, die, rise } = setUp();
  die();
  const cashier = page('cashier');
  ask(cashier);
  expect(cashier.handed).toEqual([]);
  rise();
  expect(cashier.handed).toEqual([1]);
});

test('a customer’s page that nobody sees has no port, whatever happens, until it is seen again', () => {
  const { ask, page, open, ports, die, rise } = setUp();
  const customer = page('customer');
  ask(customer);
  ports.pause('customer');
  expect(open()).toEqual([]);
  ask(customer);
  die();
  rise();
  expect(open()).toEqual([]);
  ports.resume('customer');
  ports.resume('customer');
  expect(open()).toEqual([[2, 'customer']]);
});
