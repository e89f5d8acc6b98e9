import type {
  Printers,
  PrinterStatus,
  PrinterTarget,
  SendOutcome,
} from '../../../main/core/printing/transport-port.ts';

export const WELL: PrinterStatus = { online: 'yes', paper: 'ok', cover: 'closed', error: 'none' };
export const PAPER_OUT: PrinterStatus = { online: 'no', paper: 'out', cover: 'closed', error: 'none' };
export const DELIVERED: SendOutcome = { kind: 'delivered', confirmed: true, status: WELL };
export const UNREACHABLE: SendOutcome = {
  kind: 'not_started',
  reason: 'UNREACHABLE',
  detail: 'ECONNREFUSED',
};
export const CUT_OFF: SendOutcome = {
  kind: 'partial',
  accepted: 100,
  maybe: 50,
  reason: 'UNPLUGGED',
  detail: 'ECONNRESET',
};

/** Printers with the answers of a test. They record the jobs. */
export interface ScriptedPrinters extends Printers {
  readonly sent: { readonly target: PrinterTarget; readonly bytes: Uint8Array }[];
  /** Sets the outcomes of the next jobs, in order. Later jobs are delivered. A promise is a job that takes time. */
  readonly outcomes: (SendOutcome | Promise<SendOutcome>)[];
  health: PrinterStatus;
}

export function createScriptedPrinters(): ScriptedPrinters {
  const printers: ScriptedPrinters = {
    sent: [],
    outcomes: [],
    health: WELL,
    discover: async () => ({ printers: [], unsearched: [] }),
    status: async () => ({ kind: 'asked', status: printers.health }),
    async send(target, bytes) {
      printers.sent.push({ target, bytes });
      return printers.outcomes.shift() ?? DELIVERED;
    },
  };
  return printers;
}
