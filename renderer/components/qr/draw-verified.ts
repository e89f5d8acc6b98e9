import { qrMatrix } from './matrix.ts';
import { largestScale, rasterize, type Raster } from './rasterize.ts';
import { selfCheck } from './self-check.ts';
import { thinOut } from './thin-out.ts';

/** So many pixels of a module, across and down, are read at least: with fewer some codes are not. */
const READ_OF_A_MODULE = 4;

/**
 * Draws a QR onto a canvas after its pixels were read back from another canvas as `text`. If they cannot be read, the canvas
 * stays empty. Returns true if the QR is on the canvas.
 */
export function drawVerified(canvas: HTMLCanvasElement, text: string, cssPixels: number): boolean {
  canvas.width = 0;
  canvas.height = 0;
  const matrix = qrMatrix(text);
  const scale = largestScale(matrix, cssPixels * devicePixelRatio);
  const raster = rasterize(matrix, scale);
  if (raster.width === 0) return false;

  const hidden = new OffscreenCanvas(raster.width, raster.height);
  const drawn = hidden.getContext('2d', { willReadFrequently: true });
  if (drawn === null) return false;
  drawn.putImageData(new ImageData(raster.data, raster.width, raster.height), 0, 0);
  const readBack = drawn.getImageData(0, 0, raster.width, raster.height);
  if (!readsAs(readBack, text, scale)) return false;

  canvas.width = raster.width;
  canvas.height = raster.height;
  canvas.style.width = `${raster.width / devicePixelRatio}px`;
  canvas.style.height = `${raster.height / devicePixelRatio}px`;
  canvas.getContext('2d')?.drawImage(hidden, 0, 0);
  return true;
}

/** A part of the pixels is enough nearly always, and reading all of them takes several times as long. */
function readsAs(readBack: Raster, text: string, scale: number): boolean {
  const step = Math.floor(scale / READ_OF_A_MODULE);
  if (step > 1 && selfCheck(thinOut(readBack, step), text) === 'equal') return true;
  return selfCheck(readBack, text) === 'equal';
}
