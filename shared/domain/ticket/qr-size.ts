/** ISO/IEC 18004 requires four white modules on every side. */
export const QUIET_ZONE = 4;

/** The largest module, dots. Larger modules cost time and paper and are not read better. */
const LARGEST_MODULE = 8;

/**
 * Returns the dots of one module of a QR with `modules` across on paper of `dots`: as large as the paper allows with the quiet zone
 * on both sides, 8 at most.
 */
export function qrModuleDots(modules: number, dots: number): number {
  return Math.max(1, Math.min(LARGEST_MODULE, Math.floor(dots / (modules + 2 * QUIET_ZONE))));
}
