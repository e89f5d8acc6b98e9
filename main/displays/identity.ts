import { nativeSize, type DisplayFacts } from './display-facts.ts';

/**
 * Returns identities of monitors that survive a restart and an unplugged cable. An identity is made from what a monitor reports
 * (the name in its EDID, its pixels, whether it is built in). It does not contain the place in a list, or Electron's `id`,
 * which counts connectors on X11 and macOS.
 *
 * Limits. Electron gives neither serial number nor maker, so two monitors of one model have the same report. Their positions
 * make the difference, and moving them swaps them. A monitor with a changed resolution is a new one.
 */
export function identify(displays: readonly DisplayFacts[]): string[] {
  const signatures = displays.map(signature);
  return displays.map((display, index) => {
    const own = signatures[index] as string;
    const isAlone = signatures.indexOf(own) === signatures.lastIndexOf(own);
    return isAlone ? own : `${own} @${display.bounds.x},${display.bounds.y}`;
  });
}

/** Returns an identity without the position, for when the twin of a remembered monitor is gone. */
export function withoutPlace(identity: string): string {
  return identity.replace(/ @-?\d+,-?\d+$/, '');
}

function signature(display: DisplayFacts): string {
  const { width, height } = nativeSize(display);
  const label = display.label.trim().replaceAll(/\s+/g, ' ').slice(0, 100);
  return `${label === '' ? 'unnamed' : label} ${width}x${height}${display.internal ? ' internal' : ''}`;
}
