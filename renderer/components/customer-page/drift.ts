import type { CSSProperties } from 'react';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { useWallClock } from '../../stores/use-now.ts';

/** The farthest that the page moves from its place, in hundredths of its shorter side. Its margins are three times as wide. */
const FARTHEST = 2;

/**
 * Returns where the page is at an instant, in hundredths of its shorter side. It moves a little each minute and comes back to the
 * same place only after hours, so that no edge of a letter burns into a screen that shows the same page all day.
 */
export function driftAt(instant: number): { readonly x: number; readonly y: number } {
  const minutes = Math.floor(instant / MINUTE);
  const along = (period: number): number => FARTHEST * Math.sin((2 * Math.PI * minutes) / period);
  return { x: along(37), y: along(23) };
}

/** Returns the place of the page as a style. */
export function useDrift(): CSSProperties {
  const { x, y } = driftAt(useWallClock(MINUTE));
  return { translate: `${x.toFixed(2)}cqmin ${y.toFixed(2)}cqmin` };
}
