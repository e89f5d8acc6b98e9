import type { PrinterStatus, StatusDialect } from '../transport-port.ts';
import { AUTOMATIC_STATUS } from './automatic-status.ts';
import { BEMATECH_EXTENDED } from './bematech.ts';
import { DLE_ERROR_CAUSE, DLE_OFFLINE_CAUSE, DLE_PAPER, DLE_PRINTER } from './dle-eot.ts';
import { DARUMA_PAPER, DARUMA_STATE } from './daruma.ts';
import { ENQ } from './enq.ts';
import { GS_R_PAPER } from './paper-sensors.ts';
import type { StatusMessage, StatusRequest } from './status-request.ts';

/** The messages about a printer's status in one language. */
export interface StatusLanguage {
  /** The questions, in order. A later answer corrects an earlier one. */
  readonly questions: readonly StatusRequest[];
  /** A question that the printer answers after it has printed everything before it. */
  readonly inTurn?: StatusRequest;
  /** A message that the printer may send without a question. */
  readonly unasked?: StatusMessage;
}

/** True for a printer that is offline, neither for its paper nor for its cover. */
const isUnexplained = (status: PrinterStatus): boolean =>
  status.online === 'no' && status.paper !== 'out' && status.cover !== 'open';

export const LANGUAGES: Readonly<Record<StatusDialect, StatusLanguage>> = {
  dle: {
    questions: [DLE_PRINTER, DLE_PAPER, DLE_OFFLINE_CAUSE, { ...DLE_ERROR_CAUSE, isNeeded: isUnexplained }],
    inTurn: GS_R_PAPER,
    unasked: AUTOMATIC_STATUS,
  },
  bema: { questions: [BEMATECH_EXTENDED] },
  daruma: { questions: [DARUMA_STATE, DARUMA_PAPER] },
  enq: { questions: [ENQ] },
  none: { questions: [] },
};
