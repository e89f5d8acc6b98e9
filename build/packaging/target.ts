const PLATFORMS = ['linux', 'win32', 'darwin'] as const;
const ARCHS = ['x64', 'arm64'] as const;

/** A system that the app is packed for, in Node's words. */
export interface Target {
  readonly platform: (typeof PLATFORMS)[number];
  readonly arch: (typeof ARCHS)[number];
}

/** The name of a target, such as `win32-x64`. */
export const targetName = ({ platform, arch }: Target): string => `${platform}-${arch}`;

/** Reads the name of a target. Null for another text. */
export function parseTarget(name: string): Target | null {
  const [platform, arch, ...others] = name.split('-');
  const known = {
    platform: PLATFORMS.find((one) => one === platform),
    arch: ARCHS.find((one) => one === arch),
  };
  if (known.platform === undefined || known.arch === undefined || others.length > 0) return null;
  return { platform: known.platform, arch: known.arch };
}

/** Returns the system that runs this. Throws if the app is not made for it. */
export function ownTarget(): Target {
  const own = parseTarget(`${process.platform}-${process.arch}`);
  if (own === null) throw new Error(`the app is not made for ${process.platform}-${process.arch}`);
  return own;
}

const MODE = 'installed-';

/** The mode in which electron-vite builds the app for an installed till of this system. */
export const modeOf = (target: Target): string => `${MODE}${targetName(target)}`;

/** Returns the system of an installed till that a mode builds for. Null for a run from the sources. */
export function targetOfMode(mode: string): Target | null {
  if (!mode.startsWith(MODE)) return null;
  const target = parseTarget(mode.slice(MODE.length));
  if (target === null) throw new Error(`no system is called ${mode.slice(MODE.length)}`);
  return target;
}
