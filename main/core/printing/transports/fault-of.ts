import type { Reason } from '../transport-port.ts';
import type { Fault } from './byte-link.ts';

/** The meaning of the system's error codes for a printer. errno(3). EAI_* and ENOTFOUND come from getaddrinfo. */
const REASONS: Readonly<Record<string, Reason>> = {
  ENOTFOUND: 'UNREACHABLE',
  EAI_AGAIN: 'UNREACHABLE',
  ECONNREFUSED: 'UNREACHABLE',
  EHOSTUNREACH: 'UNREACHABLE',
  EHOSTDOWN: 'UNREACHABLE',
  ENETUNREACH: 'UNREACHABLE',
  ENETDOWN: 'UNREACHABLE',
  ETIMEDOUT: 'UNREACHABLE',
  ENOENT: 'UNREACHABLE',
  ENXIO: 'UNREACHABLE',
  EBUSY: 'BUSY',
  EACCES: 'NO_PERMISSION',
  EPERM: 'NO_PERMISSION',
  ENODEV: 'UNPLUGGED',
  EIO: 'UNPLUGGED',
  EPIPE: 'UNPLUGGED',
  ECONNRESET: 'UNPLUGGED',
  ECONNABORTED: 'UNPLUGGED',
  ESHUTDOWN: 'UNPLUGGED',
  ENOSPC: 'REJECTED',
  EROFS: 'REJECTED',
  EISDIR: 'REJECTED',
  ENOTDIR: 'REJECTED',
  EDQUOT: 'REJECTED',
  EFBIG: 'REJECTED',
  // A symbolic link in place of a device file, which is opened without following links.
  ELOOP: 'NOT_ALLOWED',
};

/** Returns the code of a system error, such as `ECONNREFUSED`. Empty for any other value. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * Returns the fault of a system error. If its code is not known, the reason is `otherwise`. The detail starts with the code.
 */
export function faultOf(error: unknown, otherwise: Reason): Fault {
  const code = codeOf(error);
  const words = error instanceof Error ? error.message : String(error);
  return {
    reason: REASONS[code] ?? otherwise,
    detail: code === '' || words.startsWith(code) ? words : `${code}: ${words}`,
  };
}
