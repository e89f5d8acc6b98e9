import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chooseTheme, chosenTheme, followTheme } from '../../../../renderer/stores/theme.ts';

let kept: Map<string, string>;
let style: { colorScheme: string };
let window: EventTarget;

beforeEach(() => {
  kept = new Map();
  style = { colorScheme: '' };
  window = new EventTarget();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal('document', { documentElement: { style } });
  vi.stubGlobal('window', window);
});
afterEach(() => vi.unstubAllGlobals());

test('before a choice the computer decides, also if something unknown was kept', () => {
  expect(chosenTheme()).toBe('system');
  kept.set('balcao.theme', 'sepia');
  expect(chosenTheme()).toBe('system');
  followTheme();
  expect(style.colorScheme).toBe('');
});

test('a choice is seen at once and at the next start', () => {
  chooseTheme('dark');
  expect(style.colorScheme).toBe('dark');
  style.colorScheme = '';
  followTheme();
  expect(style.colorScheme).toBe('dark');
  chooseTheme('system');
  expect(style.colorScheme).toBe('');
});

test('the other window follows', () => {
  followTheme();
  kept.set('balcao.theme', 'light');
  window.dispatchEvent(Object.assign(new Event('storage'), { key: 'balcao.theme' }));
  expect(style.colorScheme).toBe('light');
  kept.set('balcao.theme', 'dark');
  window.dispatchEvent(Object.assign(new Event('storage'), { key: 'balcao.language' }));
  expect(style.colorScheme).toBe('light');
});
