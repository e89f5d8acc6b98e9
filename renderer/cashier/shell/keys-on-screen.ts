/** A key that does something now, with the words of its button. */
export interface KeyOnScreen {
  readonly key: string;
  readonly words: string;
}

/** Returns the keys of the dialog on top, or of the page, in the order of their buttons. Leaves out what is off. */
export function keysOnScreen(page: Document): readonly KeyOnScreen[] {
  const dialogs = page.querySelectorAll('dialog[open]');
  const top: ParentNode = dialogs[dialogs.length - 1] ?? page;
  const found = new Map<string, string>();
  for (const button of top.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')) {
    const isOn = button.checkVisibility() && button.getAttribute('aria-disabled') !== 'true';
    const key = button.getAttribute('aria-keyshortcuts') ?? '';
    if (isOn && !found.has(key)) found.set(key, wordsOf(button));
  }
  return [...found].map(([key, words]) => ({ key, words }));
}

/** The words of a button without the key that is drawn on it. */
function wordsOf(button: HTMLElement): string {
  const copy = button.cloneNode(true) as HTMLElement;
  for (const cap of copy.querySelectorAll('kbd')) cap.remove();
  return (copy.textContent ?? '').trim();
}
