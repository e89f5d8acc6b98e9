/** A printer's own state, as a person standing at it may change it. */
export interface PrinterState {
  paper: 'ok' | 'near-end' | 'out';
  cover: 'closed' | 'open';
  /** Prints, and answers nothing. */
  silent: boolean;
  /** Does not know GS r, as many copies. */
  onlyRealTime: boolean;
}

export const HEALTHY_PRINTER: PrinterState = {
  paper: 'ok',
  cover: 'closed',
  silent: false,
  onlyRealTime: false,
};

/** Where a printer's answers and its print go. */
export interface PrinterOutlets {
  answer(byte: number): void;
  /** A byte for the paper. False: the printer takes no more until it hears again. */
  print(byte: number): boolean;
}

/** What a printer does with the bytes that come in over one connection. */
export interface PrinterFirmware {
  /** Goes on with what it has not come to yet, and then with these bytes. */
  hear(bytes: Uint8Array): void;
}

/** A printer with a strong sensor for its own state: it answers DLE EOT at once, and GS r in its turn. */
export function createPrinterFirmware(state: PrinterState, outlets: PrinterOutlets): PrinterFirmware {
  let heard = Buffer.alloc(0);
  const answer = (byte: number): void => {
    if (!state.silent) outlets.answer(byte);
  };

  /** Takes a whole question off the front: its length, or 0 for what is no question, or -1 for the beginning of one. */
  const question = (at: number): number => {
    const left = heard.length - at;
    if (heard[at] === 0x10 && (left === 1 || heard[at + 1] === 0x04)) {
      if (left < 3) return -1;
      answer(realTimeStatus(state, heard[at + 2] ?? 0));
      return 3;
    }
    if (heard[at] === 0x1d && (left === 1 || heard[at + 1] === 0x72)) {
      if (left < 3) return -1;
      // Queued behind the text: a printer that stands still does not come to it.
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

/** A printer without paper, or with its cover open, drops what it is sent. */
export function canPrint(state: PrinterState): boolean {
  return state.paper !== 'out' && state.cover === 'closed';
}

/** DLE EOT n, as an Epson TM-T20 answers it. */
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
