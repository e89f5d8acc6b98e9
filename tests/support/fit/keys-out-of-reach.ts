import type { Geometry } from './geometry.ts';

/**
 * Returns the keys, fields and lists that a person cannot reach: beside the window, below its edge without anything that
 * scrolls there, or under something else. `atOnce`: scrolling does not count. Evaluated in the page.
 */
export function keysOutOfReach(atOnce: boolean): string[] {
  const { fit } = globalThis as unknown as { fit: Geometry };
  const faults: string[] = [];
  const all = fit.root().querySelectorAll('button, input, select, a[href], summary, [role="listbox"]');
  for (const element of all) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const box = element.getBoundingClientRect();
    const name = fit.nameOf(element);
    if (box.left < -1 || box.right > innerWidth + 1) {
      faults.push(`${name} lies beside the window`);
      continue;
    }
    const scroller = fit.scroller(element);
    const frame = scroller?.getBoundingClientRect() ?? fit.window;
    if (!fit.isWithin(box, fit.window) || !fit.isWithin(box, frame)) {
      const canScroll = scroller !== null && fit.overlap(frame, fit.window) !== null;
      if (atOnce || !canScroll) faults.push(`${name} lies outside the window`);
      continue;
    }
    const middle = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    const isOnTop = middle !== null && (element.contains(middle) || middle.contains(element));
    if (!isOnTop && !atOnce && scroller !== null) continue;
    if (!isOnTop) faults.push(`${name} lies under ${middle === null ? 'nothing' : fit.nameOf(middle)}`);
  }
  const screen = document.querySelector<HTMLElement>('main[data-screen]');
  const over = screen === null ? 0 : screen.scrollHeight - screen.clientHeight;
  if (atOnce && over > 1) faults.push(`the screen scrolls ${over} px`);
  return faults;
}
