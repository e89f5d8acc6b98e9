import type { Cancel } from '../../../shared/kernel/time.ts';
import { focusHome, hasLostFocus } from '../focus-home.ts';
import type { KeyLayers, Stroke } from './key-layers.ts';

/** Leads the window's key strokes to the layers. */
export function listenToKeys(layers: KeyLayers): Cancel {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented) return;
    if (hasLostFocus()) focusHome();
    const { key, ctrlKey, altKey, metaKey, repeat } = event;
    const target = targetOf(document.activeElement);
    if (layers.strike({ key, ctrlKey, altKey, metaKey, repeat, target })) event.preventDefault();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

function targetOf(focused: Element | null): Stroke['target'] {
  if (focused === null || focused.hasAttribute('data-entry')) return 'other';
  if (focused instanceof HTMLInputElement) return 'field';
  if (focused instanceof HTMLSelectElement) return 'list';
  return focused instanceof HTMLButtonElement || focused instanceof HTMLAnchorElement ? 'button' : 'other';
}
