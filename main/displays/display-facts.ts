import type { Display } from 'electron';

/** The used part of Electron's description of a monitor. */
export type DisplayFacts = Pick<
  Display,
  'id' | 'label' | 'internal' | 'bounds' | 'workArea' | 'size' | 'scaleFactor' | 'rotation'
>;

/** Returns the pixels of a monitor that is not turned, so that a turned monitor is the same monitor. */
export function nativeSize(display: DisplayFacts): { width: number; height: number } {
  const across = Math.round(display.size.width * display.scaleFactor);
  const down = Math.round(display.size.height * display.scaleFactor);
  return display.rotation % 180 === 0 ? { width: across, height: down } : { width: down, height: across };
}
