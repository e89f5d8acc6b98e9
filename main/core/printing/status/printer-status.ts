import type { PrinterStatus, Reason } from '../transport-port.ts';

/** A printer that has said nothing. */
export const UNKNOWN_STATUS: PrinterStatus = {
  online: 'unknown',
  paper: 'unknown',
  cover: 'unknown',
  error: 'unknown',
};

/** Why a printer in this state prints nothing; null for one that can print, or has not said that it cannot. */
export function obstacleIn(status: PrinterStatus): Reason | null {
  if (status.cover === 'open') return 'COVER_OPEN';
  if (status.paper === 'out') return 'PAPER_OUT';
  if (status.online === 'no' || status.error === 'cutter' || status.error === 'unrecoverable')
    return 'OFFLINE';
  return null;
}

/** Whether the printer answered anything at all. */
export function hasAnswered(status: PrinterStatus): boolean {
  return status.online !== 'unknown' || status.paper !== 'unknown' || status.cover !== 'unknown';
}
