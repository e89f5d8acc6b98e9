import type { Cancel } from '../../shared/kernel/time.ts';

/** Where the next key should land: each screen and each dialog marks one element with `data-home`. */
export function focusHome(): void {
  const home = homeOf(topOf(document));
  home?.focus();
}

/** True when the focused element went away, so that keys would land nowhere. */
export function hasLostFocus(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/**
 * Keeps the focus where the next key should land, after every change of the page. The focus goes to the home if a dialog opened
 * or closed, if the focus was on nothing, or if the home is another element than before. A field that a person fills in keeps
 * the focus, and a button that was reached with Tab keeps it until the home changes.
 */
export function keepFocusHome(): Cancel {
  let last: { readonly top: ParentNode; readonly home: HTMLElement | null } = { top: document, home: null };
  const follow = (): void => {
    const top = topOf(document);
    const home = homeOf(top);
    const isOtherTop = top !== last.top;
    const isMoved = home !== last.home;
    last = { top, home };
    if (home === null || home === document.activeElement) return;
    if (isOtherTop || hasLostFocus() || (isMoved && !isTyping(top))) home.focus();
  };
  const observer = new MutationObserver(follow);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-home', 'open', 'disabled'],
  });
  return () => observer.disconnect();
}

/** The dialog on top, else the page. */
function topOf(page: Document): ParentNode {
  const dialogs = page.querySelectorAll('dialog[open]');
  return dialogs[dialogs.length - 1] ?? page;
}

/** The home of the screen, else its frame: while a screen has no home yet, the focus is still on something. */
function homeOf(top: ParentNode): HTMLElement | null {
  return top.querySelector<HTMLElement>('[data-home]') ?? top.querySelector<HTMLElement>('[data-frame]');
}

/** True while a person fills in a field of this part of the page. */
function isTyping(top: ParentNode): boolean {
  const focused = document.activeElement;
  const isField = focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement;
  return isField && top.contains(focused);
}
