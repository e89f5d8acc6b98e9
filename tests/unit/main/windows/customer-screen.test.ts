import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, test } from 'vitest';
import type { Monitor } from '../../../../main/displays/monitor.ts';
import { createSignal } from '../../../../main/events/signal.ts';
import { createCustomerScreen } from '../../../../main/windows/customer-screen.ts';
import { createVirtualClock } from '../../../support/time/virtual-clock.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';

const bounds = { x: 1280, y: 0, width: 1024, height: 768 };
const FACING: Monitor = {
  identity: 'facing',
  label: '',
  width: 1024,
  height: 768,
  bounds,
  workArea: bounds,
  isPrimary: false,
};

function setUp(first: Monitor | null) {
  const done: string[] = [];
  const changed = createSignal<void>();
  const clock = createVirtualClock();
  let monitor = first;
  const windows: EventEmitter[] = [];
  const screen = createCustomerScreen({
    displays: { customerMonitor: () => monitor, onChange: changed.on },
    ports: { pause: (role) => done.push(`pause ${role}`), resume: (role) => done.push(`resume ${role}`) },
    build: ({ identity }) => {
      done.push(`build on ${identity}`);
      let isVisible = false;
      const window = Object.assign(new EventEmitter(), {
        isVisible: () => isVisible,
        setVisible: (is: boolean) => void (isVisible = is),
        hide() {
          isVisible = false;
          done.push('hide');
        },
        webContents: { reload: () => done.push('reload') },
      });
      windows.push(window);
      return window as unknown as BrowserWindow;
    },
    show: (window, { identity }) => {
      (window as unknown as { setVisible(is: boolean): void }).setVisible(true);
      done.push(`show on ${identity}`);
    },
    clock,
    logger: keptLogger().logger,
  });
  return {
    screen,
    clock,
    windows,
    take: () => done.splice(0),
    plug(next: Monitor | null) {
      monitor = next;
      changed.emit();
    },
  };
}

test('it is shown when its page is drawn, not before', () => {
  const { screen, windows, take } = setUp(FACING);
  screen.open();
  expect(take()).toEqual(['build on facing', 'resume customer']);
  windows[0]?.emit('ready-to-show');
  expect(take()).toEqual(['resume customer', 'show on facing']);
});

test('unplugged: hidden, its port closed, its page loaded anew; replugged: shown again', () => {
  const { screen, windows, take, plug } = setUp(FACING);
  screen.open();
  windows[0]?.emit('ready-to-show');
  take();
  plug(null);
  expect(take()).toEqual(['pause customer', 'hide', 'reload']);
  plug(null);
  expect(take()).toEqual(['pause customer']);
  plug(FACING);
  expect(take()).toEqual(['resume customer', 'show on facing']);
  expect(windows).toHaveLength(1);
});

test('without a second monitor there is no window until there is one', () => {
  const { screen, take, plug } = setUp(null);
  screen.open();
  expect(take()).toEqual([]);
  plug(FACING);
  expect(take()).toEqual(['build on facing', 'resume customer']);
});

test('a monitor that goes while the page still loads gets nothing', () => {
  const { screen, windows, take, plug } = setUp(FACING);
  screen.open();
  plug(null);
  take();
  windows[0]?.emit('ready-to-show');
  expect(take()).toEqual(['pause customer']);
});

test('a window that somebody closes comes back; at the end it stays closed', async () => {
  const { screen, windows, take, clock } = setUp(FACING);
  screen.open();
  take();
  windows[0]?.emit('closed');
  expect(take()).toEqual([]);
  await clock.advance(500);
  expect(take()).toEqual(['build on facing', 'resume customer']);
  screen.letGo();
  windows[1]?.emit('closed');
  await clock.advance(5_000);
  expect(take()).toEqual([]);
});
