import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBurstWatch } from '../../../../renderer/components/keys/burst-watch.ts';
import { createKeyLayers, type KeyLayers } from '../../../../renderer/components/keys/key-layers.ts';
import { SCAN } from '../../../../renderer/components/keys/key-name.ts';
import { listenToKeys } from '../../../../renderer/components/keys/listen-to-keys.ts';

class Field {}
class Button {}

let page: EventTarget;
let layers: KeyLayers;
let heard: string[];
let at = 0;

/** Strikes a key some time after the one before. Returns true if the page must not do anything else with it. */
function strike(key: string, gapMs: number, more: object = {}): boolean {
  at += gapMs;
  const event = new Event('keydown', { cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: at });
  Object.assign(event, { key, ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...more });
  return !page.dispatchEvent(event);
}
const scan = (code: string): boolean => {
  for (const sign of code) strike(sign, 5);
  return strike('Enter', 5);
};
/** Focuses an element that matches one selector. */
const focus = (element: object, as = 'main'): void => {
  const matches = (selectors: string): boolean => selectors.split(', ').includes(as);
  const activeElement = Object.assign(element, { matches });
  vi.stubGlobal('document', { activeElement, querySelectorAll: () => [] });
};

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('HTMLInputElement', Field);
  vi.stubGlobal('HTMLSelectElement', class {});
  vi.stubGlobal('HTMLButtonElement', Button);
  vi.stubGlobal('HTMLAnchorElement', class {});
  focus({});
  layers = createKeyLayers();
  heard = [];
  at += 10_000;
  listenToKeys(layers, createBurstWatch());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const bind = (...keys: readonly string[]): void => {
  const bindings = Object.fromEntries(keys.map((key) => [key, () => void heard.push(key)]));
  layers.push({ level: 'screen', armed: () => true, bindings: () => bindings });
};

describe('Enter', () => {
  it('on a button is the button’s, and on the chosen tab it is that of the panel', () => {
    bind('Enter');
    focus(new Button());
    expect(strike('Enter', 500)).toBe(false);
    focus({}, 'summary');
    expect(strike('Enter', 500)).toBe(false);
    focus(new Button(), '[role="tab"][aria-selected="true"]');
    expect(strike('Enter', 500)).toBe(true);
    expect(heard).toEqual(['Enter']);
  });
});

describe('the Enter of a scanner', () => {
  it('is not the Enter of the screen, and presses no button that has the focus', () => {
    bind('Enter');
    expect(scan('7891000100103')).toBe(true);
    focus(new Button());
    expect(scan('7891000100103')).toBe(true);
    expect(heard).toEqual([]);
  });

  it('reaches the part of the screen that reads codes', () => {
    bind('Enter', SCAN);
    scan('7891000100103');
    expect(heard).toEqual([SCAN]);
  });

  it('is an Enter in a field of text, where a code may be what is wanted', () => {
    bind('Enter', SCAN);
    focus(new Field());
    scan('7891000100103');
    expect(heard).toEqual(['Enter']);
  });

  it('presses nothing in a field for a PIN, where a code is no try', () => {
    bind('Enter');
    focus(new Field(), '[data-pin]');
    expect(scan('7891000100103')).toBe(true);
    expect(heard).toEqual([]);
    for (const sign of '1234') strike(sign, 90);
    strike('Enter', 90);
    expect(heard).toEqual(['Enter']);
  });

  it('is told from the Enter of a hand, also behind a 00 key and behind a digit that is held down', () => {
    bind('Enter', SCAN);
    for (const sign of '2590') strike(sign, 90);
    strike('Enter', 90);
    strike('2', 300);
    strike('0', 120);
    strike('0', 2);
    strike('Enter', 120);
    strike('5', 300);
    for (let held = 0; held < 20; held++) strike('5', 33, { repeat: true });
    strike('Enter', 30);
    expect(heard).toEqual(['Enter', 'Enter', 'Enter']);
  });
});
