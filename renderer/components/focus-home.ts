/** Where the next key should land: each screen and each dialog marks one element with `data-home`. */
export function focusHome(): void {
  const dialogs = document.querySelectorAll('dialog[open]');
  const top = dialogs[dialogs.length - 1] ?? document;
  top.querySelector<HTMLElement>('[data-home]')?.focus();
}

/** True when the focused element went away, so that keys would land nowhere. */
export function hasLostFocus(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
