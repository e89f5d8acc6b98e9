/** The state of a printer that a person can change. */
export interface PrinterState {
  paper: 'ok' | 'near-end' | 'out';
  cover: 'closed' | 'open';
  /** It prints and answers nothing. */
  silent: boolean;
  /** It does not know GS r, as many copies. */
  onlyRealTime: boolean;
}

export const HEALTHY_PRINTER: PrinterState = {
  paper: 'ok',
  cover: 'closed',
  silent: false,
  onlyRealTime: false,
};

/** The outlets of a printer: its answers and its paper. */
export interface PrinterOutlets {
  answer(byte: number): void;
  /** Prints a byte. Returns false if the printer reads no more until it is called again. */
  print(byte: number): boolean;
}

/** The firmware of a printer for one connection. */
export interface PrinterFirmware {
  /** Continues with the bytes that wait, and then with these. */
  hear(bytes: Uint8Array): void;
}

/** Creates a firmware that answers DLE EOT at once, and GS r after printing. */
export function createPrinterFirmware(state: PrinterState, outlets: PrinterOutlets): PrinterFirmware {
  let heard = Buffer.alloc(0);
  const answer = (byte: number): void => {
    if (!state.silent) outlets.answer(byte);
  };

  /** Removes a question from the front. Returns its length, 0 if there is no question, or -1 for the beginning of one. */
  const question = (at: number): number => {
    const left = heard.length - at;
    if (heard[at] === 0x10 && (left === 1 || heard[at + 1] === 0x04)) {
      if (left < 3) return -1;
      answer(realTimeStatus(state, heard[at + 2] ?? 0));
      return 3;
    }
    if (heard[at] === 0x1d && (left === 1 || heard[at + 1] === 0x72)) {
      if (left < 3) return -1;
      // The question comes after the text, so a stopped printer does not answer it.
      if (!state.onlyRealTime && canPrint(state)) answer(paperStatus(state));
      return 3;
    }
    return 0;
  };

  return {
    hear(bytes) {
      heard = Buffer.concat([heard, bytes]);
      let at = 0;
      for (let goesOn = true; goesOn && at < heard.length;) {
        const length = question(at);
        if (length < 0) break;
        if (length === 0) goesOn = outlets.print(heard[at] ?? 0);
        at += Math.max(1, length);
      }
      heard = heard.subarray(at);
    },
  };
}

/** A printer without paper, or with an open cover, drops the bytes. */
export function canPrint(state: PrinterState): boolean {
  return state.paper !== 'out' && state.cover === 'closed';
}

/** Returns the answer of an Epson TM-T20 to DLE EOT n. */
function realTimeStatus(state: PrinterState, n: number): number {
  const out = state.paper === 'out';
  const open = state.cover === 'open';
  if (n === 1) return canPrint(state) ? 0x12 : 0x1a;
  if (n === 2) return 0x12 | (open ? 0x04 : 0) | (out ? 0x20 : 0);
  if (n === 4) return 0x12 | (state.paper === 'ok' ? 0 : 0x0c) | (out ? 0x60 : 0);
  return 0x12;
}

/** GS r 1. */
function paperStatus(state: PrinterState): number {
  return state.paper === 'near-end' ? 0x03 : 0x00;
}
