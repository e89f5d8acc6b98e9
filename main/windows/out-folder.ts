import { join } from 'node:path';

/** Where the build put things, seen from the bundled main (`out/main`). */
const OUT = join(import.meta.dirname, '..');

export const RENDERER_ROOT: string = join(OUT, 'renderer');

export function preloadPath(name: 'cashier' | 'customer'): string {
  return join(OUT, 'preload', `${name}.cjs`);
}
