import type { Box, Geometry } from './geometry.ts';

/**
 * Returns the texts that overlap another text or a QR, are cut, or leave their button or the window. Evaluated in the page.
 */
export function textsInTheWay(): string[] {
  const { fit } = globalThis as unknown as { fit: Geometry };
  const faults: string[] = [];
  const lines: { readonly node: Node; readonly box: Box; readonly text: string }[] = [];

  /** The letters of a line without the air above and below them. */
  const lettersOf = (box: DOMRect): Box => ({
    left: box.left,
    right: box.right,
    top: box.top + box.height * 0.24,
    bottom: box.bottom - box.height * 0.22,
  });
  /** True if the end of a text is cut without an ellipsis. */
  const isCut = (element: Element, letters: Box): boolean => {
    for (
      let at: Element | null = element;
      at !== null && !at.matches('dialog, body');
      at = at.parentElement
    ) {
      const { overflowX, overflowY, textOverflow, clipPath } = getComputedStyle(at);
      if (clipPath !== 'none') return false;
      if (textOverflow === 'ellipsis') return false;
      const frame = at.getBoundingClientRect();
      if (overflowX !== 'visible' && (letters.right > frame.right + 1 || letters.left < frame.left - 1))
        return true;
      const hides = overflowY === 'hidden' || overflowY === 'clip';
      if (hides && (letters.bottom > frame.bottom + 1 || letters.top < frame.top - 1)) return true;
      if (overflowY === 'auto' || overflowY === 'scroll') return false;
    }
    return false;
  };

  const walker = document.createTreeWalker(fit.root(), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = (node.textContent ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 40);
    if (parent === null || text === '' || !parent.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const button = parent.closest('button')?.getBoundingClientRect();
    for (const rectangle of range.getClientRects()) {
      const letters = lettersOf(rectangle);
      if (isCut(parent, letters)) faults.push(`"${text}" is cut`);
      const box = fit.seen(parent, letters);
      if (box === null) continue;
      if (letters.right > innerWidth + 1 || letters.left < -1) faults.push(`"${text}" leaves the window`);
      if (button !== undefined && !fit.isWithin(box, button)) faults.push(`"${text}" leaves its button`);
      lines.push({ node, box, text });
    }
  }
  for (const code of fit.root().querySelectorAll('[data-qr]')) {
    lines.push({ node: code, box: code.getBoundingClientRect(), text: 'the QR' });
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  for (const [place, line] of lines.entries()) {
    for (const other of lines.slice(place + 1)) {
      if (other.box.top >= line.box.bottom) break;
      if (other.node === line.node || fit.overlap(line.box, other.box) === null) continue;
      faults.push(`"${line.text}" and "${other.text}" overlap`);
    }
  }
  return [...new Set(faults)];
}
