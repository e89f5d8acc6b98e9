/** A box on the screen, in the pixels of the page. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What the checks of a page measure with. It lives in the page, because a function of a test cannot. */
export interface Geometry {
  readonly window: Box;
  /** The open dialog on top, else the body: what lies below a dialog is out of reach. */
  root(): HTMLElement;
  overlap(a: Box, b: Box): Box | null;
  isWithin(inner: Box, outer: Box): boolean;
  /** The nearest element around this one that scrolls down. */
  scroller(element: Element): HTMLElement | null;
  /** What hiding and scrolling parts of the page and the window leave of a box. */
  seen(element: Element, box: Box): Box | null;
  /** How a report names an element. */
  nameOf(element: Element): string;
}

/** Puts the measures into a page. Evaluated there, so it uses nothing from outside. */
export function installGeometry(): void {
  const PIXEL = 1;
  const window: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const overlap = (a: Box, b: Box): Box | null => {
    const left = Math.max(a.left, b.left);
    const top = Math.max(a.top, b.top);
    const right = Math.min(a.right, b.right);
    const bottom = Math.min(a.bottom, b.bottom);
    return right - left > PIXEL && bottom - top > PIXEL ? { left, top, right, bottom } : null;
  };
  const clips = (element: Element): boolean => getComputedStyle(element).overflow !== 'visible';
  const geometry: Geometry = {
    window,
    root: () => [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1) ?? document.body,
    overlap,
    isWithin: (inner, outer) =>
      inner.left >= outer.left - PIXEL &&
      inner.top >= outer.top - PIXEL &&
      inner.right <= outer.right + PIXEL &&
      inner.bottom <= outer.bottom + PIXEL,
    scroller(element) {
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        const scrolls = ['auto', 'scroll'].includes(getComputedStyle(at).overflowY);
        if (scrolls && at.scrollHeight > at.clientHeight + PIXEL) return at;
      }
      return null;
    },
    seen(element, box) {
      let left: Box | null = overlap(box, window);
      for (let at: Element | null = element; at !== null && left !== null; at = at.parentElement) {
        if (clips(at)) left = overlap(left, at.getBoundingClientRect());
        if (at.matches('dialog')) break;
      }
      return left;
    },
    nameOf(element) {
      const words = element.getAttribute('aria-label') ?? (element as HTMLElement).innerText ?? '';
      return `${element.tagName.toLowerCase()} "${words.replaceAll(/\s+/g, ' ').trim().slice(0, 40)}"`;
    },
  };
  (globalThis as unknown as { fit: Geometry }).fit = geometry;
}
