import { drawVerified } from './draw-verified.ts';

/** So many rounds make the browser compile what draws and reads a code. */
const ROUNDS = 8;
/** As long as the gateway's codes. It is not a payment. */
const SAMPLE = 'BALCAO '.repeat(26);
const CSS_PIXELS = 300;

/**
 * Draws a sample on a canvas that is not in the page, while the page is idle. The first code of the day would otherwise take ten
 * times as long as the later ones.
 */
export function warmUpQr(): void {
  const canvas = document.createElement('canvas');
  const draw = (left: number): void => {
    drawVerified(canvas, SAMPLE, CSS_PIXELS);
    if (left > 1) requestIdleCallback(() => draw(left - 1));
  };
  requestIdleCallback(() => draw(ROUNDS));
}
