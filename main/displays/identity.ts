import { nativeSize, type DisplayFacts } from './display-facts.ts';

/**
 * Names for monitors that outlive a restart and a pulled cable: made of what a monitor says of itself (the name in
 * its EDID, its pixels, whether it is built in), never of its place in a list or of Electron's `id`, which on X11
 * and macOS counts connectors.
 *
 * Limits. Electron gives neither serial number nor maker, so two monitors of one model say the same; those are told
 * apart by where they stand, and moving them swaps them. A monitor whose resolution is changed is a new one.
 */
export function identify(displays: readonly DisplayFacts[]): string[] {
  const signatures = displays.map(signature);
  return displays.map((display, index) => {
    const own = signatures[index] as string;
    const isAlone = signatures.indexOf(own) === signatures.lastIndexOf(own);
    return isAlone ? own : `${own} @${display.bounds.x},${display.bounds.y}`;
  });
}

/** The part of an identity without the place, for when the twin of a remembered monitor is gone. */
export function withoutPlace(identity: string): string {
  return identity.replace(/ @-?\d+,-?\d+$/, '');
}

function signature(display: DisplayFacts): string {
  const { width, height } = nativeSize(display);
  const label = display.label.trim().replaceAll(/\s+/g, ' ').slice(0, 100);
  return `${label === '' ? 'unnamed' : label} ${width}x${height}${display.internal ? ' internal' : ''}`;
}
