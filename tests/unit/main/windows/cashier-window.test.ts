import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, test } from 'vitest';
import type { Displays } from '../../../../main/displays/displays.ts';
import { keepCashierInPlace, placeIn } from '../../../../main/windows/cashier-window.ts';
import { createVirtualClock } from '../../../support/time/virtual-clock.ts';

const CASHIER = { x: 0, y: 0, width: 1366, height: 768 };
const AREA = { ...CASHIER, height: 728 };
const CUSTOMER = { x: 1366, y: 0, width: 1024, height: 768 };

function setUp() {
  let bounds = CASHIER;
  let change: () => void = () => undefined;
  /** Puts the window back onto the customer's monitor, as a program that has another opinion. */
  let fight = false;
  const placed: (typeof bounds)[] = [];
  const modes: boolean[] = [];
  let isFull = false;
  const window = Object.assign(new EventEmitter(), {
    isDestroyed: () => false,
    isFullScreen: () => isFull,
    setFullScreen(on: boolean) {
      isFull = on;
      modes.push(on);
    },
    getBounds: () => bounds,
    unmaximize: () => undefined,
    maximize: () => undefined,
    setBounds(next: typeof bounds) {
      placed.push(next);
      move(fight ? CUSTOMER : next);
    },
  });
  const move = (next: typeof bounds): void => {
    bounds = next;
    window.emit('move');
  };
  const displays = {
    cashierMonitor: () => ({ bounds: CASHIER, workArea: AREA }),
    customerMonitor: () => ({ bounds: CUSTOMER }),
    onChange: (listener: () => void) => ((change = listener), () => undefined),
  };
  const clock = createVirtualClock();
  keepCashierInPlace(window as unknown as BrowserWindow, displays as unknown as Displays, clock);
  const fill = (): void => void (isFull = true);
  return {
    window,
    placed,
    modes,
    fill,
    move,
    clock,
    change: () => change(),
    setFight: (on: boolean) => (fight = on),
  };
}

test('the window opens in the part of the monitor without taskbars and may shrink to 1920×1080 at 200 %', () => {
  expect(placeIn(AREA)).toEqual({ ...AREA, minWidth: 960, minHeight: 540 });
});

test('on a monitor that is smaller than that the window may be as small as its work area', () => {
  const small = { x: 0, y: 0, width: 800, height: 480 };
  expect(placeIn(small)).toEqual({ ...small, minWidth: 800, minHeight: 480 });
});

test('a window manager that moves the window after the monitors have changed is corrected', async () => {
  const { placed, move, clock, change } = setUp();
  change();
  expect(placed).toEqual([]);
  await clock.advance(1_500);
  move({ ...CASHIER, x: 1366 });
  await clock.advance(299);
  expect(placed).toEqual([]);
  await clock.advance(1);
  expect(placed).toEqual([AREA]);
  await clock.advance(10_000);
  expect(placed).toHaveLength(1);
});

test('a window on its own monitor is left where a person puts it', async () => {
  const { placed, move, clock } = setUp();
  move({ x: 100, y: 50, width: 1100, height: 700 });
  await clock.advance(1_000);
  expect(placed).toEqual([]);
});

test('two programs do not move the window to and fro for ever', async () => {
  const { placed, move, clock, change, setFight } = setUp();
  setFight(true);
  move(CUSTOMER);
  await clock.advance(60_000);
  expect(placed).toHaveLength(10);
  setFight(false);
  change();
  expect(placed).toHaveLength(11);
});

test('a window over the whole monitor is taken off the other one, and fills its own again', async () => {
  const { placed, modes, fill, move, clock } = setUp();
  fill();
  move(CUSTOMER);
  await clock.advance(300);
  expect(placed).toEqual([AREA]);
  expect(modes).toEqual([false, true]);
});
