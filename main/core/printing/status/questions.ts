import type { PrinterStatus, StatusDialect } from '../transport-port.ts';
import { BEMATECH_EXTENDED } from './bematech.ts';
import { DLE_ERROR_CAUSE, DLE_OFFLINE_CAUSE, DLE_PAPER, DLE_PRINTER } from './dle-eot.ts';
import { ENQ } from './enq.ts';
import type { StatusRequest } from './status-request.ts';

/** Offline, and neither paper nor cover is why. */
const isUnexplained = (status: PrinterStatus): boolean =>
  status.online === 'no' && status.paper !== 'out' && status.cover !== 'open';

/** What a printer is asked in each language, in this order; a later answer corrects an earlier one. */
export const QUESTIONS: Readonly<Record<StatusDialect, readonly StatusRequest[]>> = {
  dle: [DLE_PRINTER, DLE_PAPER, DLE_OFFLINE_CAUSE, { ...DLE_ERROR_CAUSE, isNeeded: isUnexplained }],
  bema: [BEMATECH_EXTENDED],
  enq: [ENQ],
  none: [],
};
