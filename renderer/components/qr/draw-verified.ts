import { qrMatrix } from './matrix.ts';
import { enlarge, largestScale, rasterize, type Raster } from './rasterize.ts';
import { selfCheck } from './self-check.ts';

/** The pixels across a module with which the code is read, in the order of the tries. More pixels take longer. */
const TRIES: readonly number[] = [3, 4, 6];

/**
 * Draws a QR onto a canvas, one pixel for each module, and reads these pixels back as `text`. If they cannot be read, the canvas
 * is emptied before the browser paints. Styles enlarge each pixel to a square of the same whole number of the screen's pixels.
 * So the code is sharp, and drawing it and reading it back cost little. Returns true if the QR is on the canvas.
 */
export function drawVerified(canvas: HTMLCanvasElement, text: string, cssPixels: number): boolean {
  canvas.width = 0;
  canvas.height = 0;
  const matrix = qrMatrix(text);
  const scale = largestScale(matrix, cssPixels * devicePixelRatio);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (scale === 0 || context === null) return false;

  const { data, width, height } = rasterize(matrix);
  canvas.width = width;
  canvas.height = height;
  canvas.style.width = `${(width * scale) / devicePixelRatio}px`;
  canvas.style.height = `${(height * scale) / devicePixelRatio}px`;
  context.putImageData(new ImageData(data, width, height), 0, 0);
  if (readsAs(context.getImageData(0, 0, width, height), text)) return true;
  canvas.width = 0;
  canvas.height = 0;
  return false;
}

function readsAs(readBack: Raster, text: string): boolean {
  return TRIES.some((times) => selfCheck(enlarge(readBack, times), text) === 'equal');
}
