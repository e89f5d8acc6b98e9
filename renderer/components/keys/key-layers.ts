import type { Cancel } from '../../../shared/kernel/time.ts';
import { isArrow, isChoosingKey, isTypingKey, keyNameOf, mayRepeat, type KeyName } from './key-name.ts';

export type KeyBindings = Readonly<Partial<Record<KeyName, () => void>>>;

/** `app` keys work everywhere until a layer is above them. A dialog is above the screen, and an alarm is above everything. */
export const LEVELS = ['app', 'screen', 'dialog', 'alarm'] as const;
export type KeyLevel = (typeof LEVELS)[number];

export interface KeyLayer {
  readonly level: KeyLevel;
  bindings(): KeyBindings;
  /** False while the layer is too new to have been read. Its keys are swallowed. */
  armed(): boolean;
}

/** What of a keyboard event is used, so that the order of layers can be tested without a page. */
export interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
  /** What has the focus: a field types, a list chooses, a button presses itself, anything else leaves the key to the screen. */
  readonly target: 'field' | 'list' | 'button' | 'other';
}

export interface KeyLayers {
  push(layer: KeyLayer): Cancel;
  /** True when the key was taken, and must not do anything else. */
  strike(stroke: Stroke): boolean;
}

/** Creates the layers of keys. The topmost layer gets the keys. One key press reaches one binding at most. */
export function createKeyLayers(): KeyLayers {
  const layers = new Set<KeyLayer>();

  /** Who may hear a key: topmost level first, there the newest first. From a dialog or an alarm nothing falls through. */
  const listening = (): KeyLayer[] => {
    const rank = ({ level }: KeyLayer): number => LEVELS.indexOf(level);
    const top = Math.max(0, ...[...layers].map(rank));
    const heard = [...layers].filter((layer) => (top >= 2 ? rank(layer) === top : true));
    return heard.toReversed().toSorted((a, b) => rank(b) - rank(a));
  };

  return {
    push(layer) {
      layers.add(layer);
      return () => void layers.delete(layer);
    },
    strike(stroke) {
      const name = keyNameOf(stroke);
      if (name === null) return false;
      if (stroke.target === 'list' && isChoosingKey(name)) return false;
      if (stroke.repeat && !mayRepeat(name)) return stroke.target !== 'field' || !isTypingKey(name);
      if (stroke.target === 'field' && isTypingKey(name)) return false;
      if (stroke.target === 'button' && (name === 'Enter' || name === ' ' || isArrow(name))) return false;
      for (const layer of listening()) {
        const action = layer.bindings()[name];
        if (action === undefined) continue;
        if (layer.armed()) action();
        return true;
      }
      return false;
    },
  };
}
