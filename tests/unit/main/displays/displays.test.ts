import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDisplays, type Displays } from '../../../../main/displays/displays.ts';
import type { DisplayFacts } from '../../../../main/displays/display-facts.ts';
import { openDisplaySettings } from '../../../../main/displays/settings.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';

let dataDir = '';
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'balcao-displays-unit-'))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

let nextId = 1;
function display(label: string, x: number, width: number, height: number, more: Partial<DisplayFacts> = {}) {
  const facts: DisplayFacts = {
    id: nextId++,
    label,
    internal: false,
    bounds: { x, y: 0, width, height },
    workArea: { x, y: 0, width, height: height - 40 },
    size: { width, height },
    scaleFactor: 1,
    rotation: 0,
    ...more,
  };
  return facts;
}

/** A desk whose monitors can be plugged and unplugged. The first is the primary. */
class Desk extends EventEmitter {
  plugged: DisplayFacts[];
  constructor(...plugged: DisplayFacts[]) {
    super();
    this.plugged = plugged;
  }
  getAllDisplays = (): never => this.plugged as never;
  getPrimaryDisplay = (): never => this.plugged[0] as never;
  unplug(gone: DisplayFacts): void {
    this.plugged = this.plugged.filter((one) => one !== gone);
    this.emit('display-removed');
  }
  plug(back: DisplayFacts): void {
    this.plugged = [...this.plugged, back];
    this.emit('display-added');
  }
}

function open(desk: Desk): Displays {
  return createDisplays(desk, openDisplaySettings(dataDir, keptLogger().logger));
}
const customer = (displays: Displays): string | null => displays.customerMonitor()?.identity ?? null;

const till = display('ELO 1502', 0, 1280, 1024);
const facing = display('DELL P2419H', 1280, 1024, 768);
const third = display('AOC 24', -1920, 1920, 1080);

test('at first the customer gets the first monitor that is not the primary', () => {
  const displays = open(new Desk(till, facing));
  expect(customer(displays)).toBe('DELL P2419H 1024x768');
  expect(displays.cashierMonitor()?.identity).toBe('ELO 1502 1280x1024');
});

test('a single monitor is the cashier’s', () => {
  const displays = open(new Desk(till));
  expect(customer(displays)).toBeNull();
  expect(displays.cashierMonitor()?.identity).toBe('ELO 1502 1280x1024');
});

test('unplugging leaves no customer’s screen and says so; replugging brings it back', () => {
  const desk = new Desk(till, facing);
  const displays = open(desk);
  const seen: (string | null)[] = [];
  displays.onChange(() => seen.push(customer(displays)));
  desk.unplug(facing);
  expect(displays.views().at(-1)).toMatchObject({ label: 'DELL P2419H', isPresent: false, isCustomer: true });
  desk.plug(facing);
  expect(seen).toEqual([null, 'DELL P2419H 1024x768']);
});

test('what the app chose by itself survives a third monitor and a restart in another order', () => {
  const desk = new Desk(till, facing);
  open(desk);
  expect(customer(open(new Desk(till, third, facing)))).toBe('DELL P2419H 1024x768');
});

test('a chosen monitor is found by what it is, not by its id or its place', () => {
  const displays = open(new Desk(till, facing, third));
  expect(displays.choose('AOC 24 1920x1080')).toBe(true);
  const elsewhere = { ...third, id: 999, bounds: { ...third.bounds, x: 3000 } };
  expect(customer(open(new Desk(till, elsewhere, facing)))).toBe('AOC 24 1920x1080');
});

test('while the remembered monitor is away another stands in, and makes room when it is back', () => {
  const desk = new Desk(till, facing, third);
  const displays = open(desk);
  displays.choose('AOC 24 1920x1080');
  desk.unplug(third);
  expect(customer(displays)).toBe('DELL P2419H 1024x768');
  desk.plug(third);
  expect(customer(displays)).toBe('AOC 24 1920x1080');
});

test('the primary can be the customer’s; the cashier then gets another', () => {
  const displays = open(new Desk(till, facing));
  displays.choose('ELO 1502 1280x1024');
  expect(customer(displays)).toBe('ELO 1502 1280x1024');
  expect(displays.cashierMonitor()?.identity).toBe('DELL P2419H 1024x768');
});

test('the list numbers the monitors as the tiles on them do; one that is unplugged has no number', () => {
  const desk = new Desk(till, facing);
  const displays = open(desk);
  const numbers = () => displays.views().map(({ label, number }) => [label, number]);
  expect(numbers()).toEqual([
    ['ELO 1502', 1],
    ['DELL P2419H', 2],
  ]);
  desk.unplug(facing);
  expect(numbers()).toEqual([
    ['ELO 1502', 1],
    ['DELL P2419H', null],
  ]);
});

test('the cashier’s window over the whole monitor is remembered beside the customer’s monitor', () => {
  const settings = () => openDisplaySettings(dataDir, keptLogger().logger);
  open(new Desk(till, facing));
  expect(settings().fillsScreen()).toBe(false);
  settings().fillScreen(true);
  expect(settings().fillsScreen()).toBe(true);
  expect(settings().remembered()?.identity).toBe('DELL P2419H 1024x768');
});

test('settings of before the choice of a whole monitor are still read', () => {
  mkdirSync(join(dataDir, 'settings'));
  writeFileSync(join(dataDir, 'settings', 'displays.json'), '{"version":1,"customer":null}');
  const settings = openDisplaySettings(dataDir, keptLogger().logger);
  expect(settings.fillsScreen()).toBe(false);
  expect(readdirSync(join(dataDir, 'settings'))).toEqual(['displays.json']);
});

test('an unknown identity is refused', () => {
  expect(open(new Desk(till, facing)).choose('nobody')).toBe(false);
});

test('two equal monitors are told apart by their place', () => {
  const left = display('DELL P2419H', 0, 1920, 1080);
  const right = display('DELL P2419H', 1920, 1920, 1080);
  const desk = new Desk(left, right);
  const displays = open(desk);
  expect(displays.views().map((one) => one.identity)).toEqual([
    'DELL P2419H 1920x1080 @0,0',
    'DELL P2419H 1920x1080 @1920,0',
  ]);
  displays.choose('DELL P2419H 1920x1080 @1920,0');
  desk.unplug(right);
  expect(customer(displays)).toBeNull();
  desk.plug(right);
  expect(customer(displays)).toBe('DELL P2419H 1920x1080 @1920,0');
  // The same two on the other side of a third: still never the primary by mistake.
  const moved = display('DELL P2419H', 4000, 1920, 1080);
  expect(customer(open(new Desk(left, till, moved)))).toBe('DELL P2419H 1920x1080 @4000,0');
});

test('a monitor without a name, scaled and turned, is known by its own pixels', () => {
  const turned = display('', -540, 540, 960, { scaleFactor: 2, rotation: 90, internal: true });
  expect(open(new Desk(till, turned)).views()[0]?.identity).toBe('unnamed 1920x1080 internal');
});

test('a spoiled settings file is set aside and the app starts without it', () => {
  mkdirSync(join(dataDir, 'settings'));
  writeFileSync(join(dataDir, 'settings', 'displays.json'), '{"version":1,"custo');
  const displays = open(new Desk(till, facing));
  expect(customer(displays)).toBe('DELL P2419H 1024x768');
  expect(readdirSync(join(dataDir, 'settings')).some((name) => name.endsWith('.unusable'))).toBe(true);
  expect(readFileSync(join(dataDir, 'settings', 'displays.json'), 'utf8')).toContain('DELL');
});

test('a change of metrics that changes nothing we know says nothing', () => {
  const desk = new Desk(till, facing);
  const displays = open(desk);
  let told = 0;
  displays.onChange(() => told++);
  desk.emit('display-metrics-changed');
  expect(told).toBe(0);
});
