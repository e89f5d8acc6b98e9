/** The size of a window, in the units of windows (DIP). */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const size = (width: number, height: number): Size => ({ width, height });

/**
 * The cashier's window on the tills of Brazil: small netbooks, 1366×768 less its taskbar, 1920×1080 at 100, 125, 150 and
 * 200 %, portrait, and 4K at 100 %.
 */
export const CASHIER_SIZES: readonly Size[] = [
  size(960, 540),
  size(1024, 600),
  size(1024, 768),
  size(1280, 720),
  size(1366, 728),
  size(1536, 864),
  size(1920, 1080),
  size(768, 1366),
  size(1080, 1920),
  size(3840, 2160),
];

/** The cashier's window of most tills. */
export const USUAL_SIZE: Size = size(1366, 728);

/** One size of each shape: low, wide, usual and tall. */
export const COUNTER_SIZES: readonly Size[] = [
  size(960, 540),
  size(1024, 600),
  size(1366, 728),
  size(1920, 1080),
  size(768, 1366),
];

/** The sizes where each screen is most likely to be too large, for the screens that are not of the counter. */
export const TIGHT_SIZES: readonly Size[] = [size(960, 540), size(1920, 1080)];

/** The customer's monitors, from a small one on a pole at 200 % to 4K, landscape and portrait. */
export const CUSTOMER_SIZES: readonly Size[] = [
  size(480, 320),
  size(512, 384),
  size(800, 480),
  size(1024, 600),
  size(1024, 768),
  size(1280, 1024),
  size(1366, 768),
  size(1920, 1080),
  size(3840, 2160),
  size(480, 800),
  size(600, 800),
  size(768, 1366),
  size(2160, 3840),
];

/** `1024x768`. */
export const nameOfSize = ({ width, height }: Size): string => `${width}x${height}`;
