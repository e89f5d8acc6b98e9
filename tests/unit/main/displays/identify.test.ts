import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createIdentify } from '../../../../main/displays/identify.ts';
import type { Monitor } from '../../../../main/displays/monitor.ts';
import { createVirtualClock } from '../../../support/time/virtual-clock.ts';

interface Tile extends EventEmitter {
  readonly place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  isGone: boolean;
}

const monitor = (identity: string, x: number): Monitor => ({
  identity,
  label: '',
  width: 1366,
  height: 768,
  bounds: { x, y: 0, width: 1366, height: 768 },
  workArea: { x, y: 40, width: 1366, height: 728 },
  isPrimary: x === 0,
});

function setUp() {
  const clock = createVirtualClock();
  const tiles: Tile[] = [];
  const monitors = [monitor('a', 0), monitor('b', 1366)];
  function FakeWindow(place: Tile['place']): Tile {
    const tile: Tile = Object.assign(new EventEmitter(), {
      place,
      isGone: false,
      setIgnoreMouseEvents: () => undefined,
      setAlwaysOnTop: () => undefined,
      showInactive: () => undefined,
      loadURL: () => Promise.resolve(),
      isDestroyed: () => tile.isGone,
      destroy: () => void (tile.isGone = true),
    });
    tiles.push(tile);
    return tile;
  }
  const identify = createIdentify({
    BrowserWindow: FakeWindow as never,
    monitors: () => monitors,
    isInstalled: false,
    clock,
  });
  return { identify, tiles, clock, left: () => tiles.filter(({ isGone }) => !isGone).length };
}

test('the four seconds begin when every number is on its monitor', async () => {
  const { identify, tiles, clock, left } = setUp();
  expect(identify()).toBe(2);
  await clock.advance(3_000);
  tiles[0]?.emit('ready-to-show');
  await clock.advance(2_000);
  tiles[1]?.emit('ready-to-show');
  await clock.advance(3_999);
  expect(left()).toBe(2);
  await clock.advance(1);
  expect(left()).toBe(0);
});

test('numbers that are never drawn do not stay for ever', async () => {
  const { identify, tiles, clock, left } = setUp();
  identify();
  tiles[0]?.emit('ready-to-show');
  await clock.advance(14_000);
  expect(left()).toBe(0);
});

test('asked again, the first numbers go and the four seconds begin anew', async () => {
  const { identify, tiles, clock, left } = setUp();
  identify();
  for (const tile of tiles) tile.emit('ready-to-show');
  await clock.advance(3_000);
  identify();
  expect(left()).toBe(2);
  for (const tile of tiles.slice(2)) tile.emit('ready-to-show');
  await clock.advance(3_000);
  expect(left()).toBe(2);
  await clock.advance(1_000);
  expect(left()).toBe(0);
});

test('a number lies in a corner of what no taskbar covers, so that it covers no dialog', () => {
  const { identify, tiles } = setUp();
  identify();
  const { x, y, width } = tiles[1]?.place ?? { x: 0, y: 0, width: 0 };
  expect(x + width).toBe(1366 + 1366 - 24);
  expect(y).toBe(64);
});
