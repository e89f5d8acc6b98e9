import type { PrinterStatus, Reason } from '../transport-port.ts';

/** The status of a printer without an answer. */
export const UNKNOWN_STATUS: PrinterStatus = {
  online: 'unknown',
  paper: 'unknown',
  cover: 'unknown',
  error: 'unknown',
};

/** Returns why a printer with this status cannot print. Null if it can, or did not report that it cannot. */
export function obstacleIn(status: PrinterStatus): Reason | null {
  if (status.cover === 'open') return 'COVER_OPEN';
  if (status.paper === 'out') return 'PAPER_OUT';
  if (status.online === 'no' || status.error === 'cutter' || status.error === 'unrecoverable')
    return 'OFFLINE';
  return null;
}

/** True if the printer answered anything. */
export function hasAnswered(status: PrinterStatus): boolean {
  return status.online !== 'unknown' || status.paper !== 'unknown' || status.cover !== 'unknown';
}
