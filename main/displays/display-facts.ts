import type { Display } from 'electron';

/** What is used of Electron's word about a monitor. */
export type DisplayFacts = Pick<
  Display,
  'id' | 'label' | 'internal' | 'bounds' | 'size' | 'scaleFactor' | 'rotation'
>;

/** A monitor turned on its side is still the same monitor. */
export function nativeSize(display: DisplayFacts): { width: number; height: number } {
  const across = Math.round(display.size.width * display.scaleFactor);
  const down = Math.round(display.size.height * display.scaleFactor);
  return display.rotation % 180 === 0 ? { width: across, height: down } : { width: down, height: across };
}
