import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * The folder that holds what is costly to fetch and may be thrown away at any time.
 * Relative values of XDG_CACHE_HOME are ignored, as the XDG Base Directory Specification asks.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const xdg = env['XDG_CACHE_HOME'];
  const base = xdg !== undefined && isAbsolute(xdg) ? xdg : join(env['HOME'] ?? homedir(), '.cache');
  return join(base, 'balcao');
}
