import { isScanned } from '../../../shared/domain/scanner/burst.ts';
import type { Cancel } from '../../../shared/kernel/time.ts';
import { focusHome, hasLostFocus } from '../focus-home.ts';
import type { BurstWatch } from './burst-watch.ts';
import type { KeyLayers, Stroke } from './key-layers.ts';
import { SCAN } from './key-name.ts';

/** Leads the window's key strokes to the layers. The Enter of a scanner is the key `Scan` there, so it presses no button. */
export function listenToKeys(layers: KeyLayers, bursts: BurstWatch): Cancel {
  // Fields hear a key before the window does, and must know its burst.
  const onCapture = (event: KeyboardEvent): void => bursts.follow(event);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented) return;
    if (hasLostFocus()) focusHome();
    const { key, ctrlKey, altKey, metaKey, repeat } = event;
    const target = targetOf(document.activeElement);
    const takesCodes = target === 'field' && !(document.activeElement?.matches('[data-pin]') ?? false);
    const isScan = key === 'Enter' && !repeat && isScanned(bursts.now()) && !takesCodes;
    const stroke = { key: isScan ? SCAN : key, ctrlKey, altKey, metaKey, repeat, target };
    if (layers.strike(stroke) || isScan) event.preventDefault();
  };
  window.addEventListener('keydown', onCapture, true);
  window.addEventListener('keydown', onKeyDown);
  return () => {
    window.removeEventListener('keydown', onCapture, true);
    window.removeEventListener('keydown', onKeyDown);
  };
}

/** The tab of the panel on screen does nothing with Enter, so there Enter is the one that a button of the panel carries. */
const LEAVES_ENTER = '[data-entry], [role="tab"][aria-selected="true"]';

function targetOf(focused: Element | null): Stroke['target'] {
  if (focused === null || focused.matches(LEAVES_ENTER)) return 'other';
  if (focused instanceof HTMLInputElement) return 'field';
  if (focused instanceof HTMLSelectElement) return 'list';
  const pressesItself = focused instanceof HTMLButtonElement || focused instanceof HTMLAnchorElement;
  return pressesItself || focused.matches('summary') ? 'button' : 'other';
}
