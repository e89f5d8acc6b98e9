import type { Rectangle } from 'electron';
import { nativeSize, type DisplayFacts } from './display-facts.ts';
import { identify } from './identity.ts';

/** A plugged-in monitor. */
export interface Monitor {
  readonly identity: string;
  readonly label: string;
  /** Its physical pixels, without the scale. */
  readonly width: number;
  readonly height: number;
  /** Its position, in the units of windows. */
  readonly bounds: Rectangle;
  /** The part of it that no taskbar and no dock takes. */
  readonly workArea: Rectangle;
  readonly isPrimary: boolean;
}

/** Returns the monitors in reading order: from left to right, then downwards. */
export function toMonitors(displays: readonly DisplayFacts[], primaryId: number): Monitor[] {
  const inOrder = displays.toSorted((a, b) => a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y);
  const identities = identify(inOrder);
  return inOrder.map((display, index) => ({
    identity: identities[index] as string,
    label: display.label,
    ...nativeSize(display),
    bounds: display.bounds,
    workArea: display.workArea,
    isPrimary: display.id === primaryId,
  }));
}
