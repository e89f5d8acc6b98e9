import { describe, expect, it } from 'vitest';
import { keyNameOf } from '../../../../renderer/components/keys/key-name.ts';
import {
  createKeyLayers,
  type KeyLevel,
  type KeyLayers,
  type Stroke,
} from '../../../../renderer/components/keys/key-layers.ts';

const stroke = (key: string, patch: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  target: 'other',
  ...patch,
});

function keyboard(): {
  layers: KeyLayers;
  heard: string[];
  bind: (level: KeyLevel, keys: readonly string[], armed?: boolean) => () => void;
} {
  const layers = createKeyLayers();
  const heard: string[] = [];
  return {
    layers,
    heard,
    bind: (level, keys, armed = true) =>
      layers.push({
        level,
        armed: () => armed,
        bindings: () =>
          Object.fromEntries(keys.map((key) => [key, () => void heard.push(`${level} ${key}`)])),
      }),
  };
}

describe('key names', () => {
  it.each([
    [stroke('Enter'), 'Enter'],
    [stroke('q', { ctrlKey: true }), 'Ctrl+Q'],
    [stroke('7'), '7'],
    [stroke('F4', { altKey: true }), null],
    [stroke('c', { metaKey: true }), null],
  ])('%#', (given, name) => {
    expect(keyNameOf(given)).toBe(name);
  });
});

describe('layers of keys', () => {
  it('the screen is asked before the app, and one stroke reaches one binding', () => {
    const { layers, heard, bind } = keyboard();
    bind('screen', ['F10', 'Enter']);
    bind('app', ['F10', 'F12']);
    expect(layers.strike(stroke('F10'))).toBe(true);
    expect(layers.strike(stroke('F12'))).toBe(true);
    expect(heard).toEqual(['screen F10', 'app F12']);
  });

  it('nothing falls through a dialog, and nothing reaches a dialog under an alarm', () => {
    const { layers, heard, bind } = keyboard();
    bind('screen', ['Enter', 'F5']);
    bind('dialog', ['Escape', 'Enter']);
    const silence = bind('alarm', ['F10']);
    expect(layers.strike(stroke('Enter'))).toBe(false);
    layers.strike(stroke('F10'));
    silence();
    expect(layers.strike(stroke('F5'))).toBe(false);
    layers.strike(stroke('Enter'));
    expect(heard).toEqual(['alarm F10', 'dialog Enter']);
  });

  it('at one level what came last is asked first: Esc leaves a form before it leaves the dialog', () => {
    const { layers, heard, bind } = keyboard();
    bind('dialog', ['Escape']);
    const leave = layers.push({
      level: 'dialog',
      armed: () => true,
      bindings: () => ({ Escape: () => void heard.push('form') }),
    });
    layers.strike(stroke('Escape'));
    leave();
    layers.strike(stroke('Escape'));
    expect(heard).toEqual(['form', 'dialog Escape']);
  });

  it('swallows the keys of a screen that is too new to have been read', () => {
    const { layers, heard, bind } = keyboard();
    bind('screen', ['Enter'], false);
    bind('app', ['Enter']);
    expect(layers.strike(stroke('Enter'))).toBe(true);
    expect(heard).toEqual([]);
  });

  it('acts once for a key that is held down, and takes the rest of it', () => {
    const { layers, heard, bind } = keyboard();
    bind('screen', ['Enter', 'Backspace']);
    layers.strike(stroke('Enter'));
    expect(layers.strike(stroke('Enter', { repeat: true }))).toBe(true);
    expect(layers.strike(stroke('Enter', { repeat: true, target: 'button' }))).toBe(true);
    layers.strike(stroke('Backspace', { repeat: true }));
    expect(heard).toEqual(['screen Enter', 'screen Backspace']);
  });

  it('leaves typing to a field, and Enter in it to the screen', () => {
    const { layers, heard, bind } = keyboard();
    bind('dialog', ['1', 'Backspace', 'Enter', 'Escape']);
    for (const key of ['1', 'Backspace']) {
      expect(layers.strike(stroke(key, { target: 'field' }))).toBe(false);
    }
    layers.strike(stroke('Enter', { target: 'field' }));
    layers.strike(stroke('Escape', { target: 'field' }));
    expect(heard).toEqual(['dialog Enter', 'dialog Escape']);
  });

  it('leaves Enter to the button that has the focus', () => {
    const { layers, heard, bind } = keyboard();
    bind('screen', ['Enter', 'Escape']);
    expect(layers.strike(stroke('Enter', { target: 'button' }))).toBe(false);
    expect(layers.strike(stroke(' ', { target: 'button' }))).toBe(false);
    layers.strike(stroke('Escape', { target: 'button' }));
    expect(heard).toEqual(['screen Escape']);
  });

  it('leaves to a list of choices what moves in it, however long it is held, and the rest to the screen', () => {
    const { layers, heard, bind } = keyboard();
    bind('screen', ['ArrowDown', 'Enter', 'PageUp', 'End', 'A', 'Escape', 'Delete', 'Ctrl+S']);
    for (const key of ['ArrowDown', 'Enter', 'PageUp', 'End', 'a', ' ']) {
      expect(layers.strike(stroke(key, { target: 'list' }))).toBe(false);
      expect(layers.strike(stroke(key, { target: 'list', repeat: true }))).toBe(false);
    }
    layers.strike(stroke('Escape', { target: 'list' }));
    layers.strike(stroke('Delete', { target: 'list' }));
    layers.strike(stroke('s', { target: 'list', ctrlKey: true }));
    expect(heard).toEqual(['screen Escape', 'screen Delete', 'screen Ctrl+S']);
  });
});
