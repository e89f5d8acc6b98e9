import { join } from 'node:path';

/** The output folder of the build, from the bundled main (`out/main`). */
const OUT = join(import.meta.dirname, '..');

export const RENDERER_ROOT: string = join(OUT, 'renderer');

/** Returns the path of a built preload. */
export function preloadPath(name: 'cashier' | 'customer'): string {
  return join(OUT, 'preload', `${name}.cjs`);
}
