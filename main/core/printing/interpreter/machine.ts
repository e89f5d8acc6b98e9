import { fromCp850 } from '../cp850.ts';

export type Side = 'left' | 'center' | 'right';

/** The look of characters. Width and height are factors. */
export interface Look {
  readonly bold: boolean;
  readonly inverse: boolean;
  readonly width: number;
  readonly height: number;
}

/** A part of a line in one look. */
export interface Run {
  readonly text: string;
  readonly look: Look;
}

/** The visible acts of a printer. Sizes are in dots. `raster`: one byte for each dot, 1 is black. `qr`: its bytes. */
export type PrinterEvent =
  | { readonly kind: 'line'; readonly text: string; readonly side: Side; readonly runs: readonly Run[] }
  | { readonly kind: 'qr'; readonly data: Uint8Array; readonly moduleSize: number; readonly side: Side }
  | {
      readonly kind: 'raster';
      readonly width: number;
      readonly height: number;
      readonly dots: Uint8Array;
      readonly side: Side;
    }
  | {
      readonly kind: 'barcode';
      readonly data: string;
      readonly height: number;
      readonly moduleSize: number;
      readonly side: Side;
    }
  | { readonly kind: 'cut' }
  | { readonly kind: 'drawer' };

/** The state of a printer while it reads bytes. */
export interface Machine {
  side: Side;
  look: Look;
  /** The number of the chosen code page, or null. */
  codepage: number | null;
  runs: Run[];
  readonly qr: { data: Uint8Array | null; moduleSize: number };
  readonly barcode: { height: number; moduleSize: number };
  readonly events: PrinterEvent[];
}

/** A command: its name in the manuals, the number of its operand bytes, and its effect. */
export interface Order {
  readonly name: string;
  /**
   * Returns the number of operand bytes. `rest` are all bytes after the command. A result larger than `rest` means that the
   * command is cut.
   */
  readonly size: (rest: Uint8Array) => number;
  /** Carries the command out. Throws a SyntaxError for wrong operands. */
  readonly act: (machine: Machine, operands: Uint8Array) => void;
}

/** The commands of a language by their bytes, hexadecimal. */
export type Language = Readonly<Record<string, Order>>;

export const PLAIN_LOOK: Look = { bold: false, inverse: false, width: 1, height: 1 };

/** Creates a printer in its initial state. */
export function createMachine(): Machine {
  return {
    side: 'left',
    look: PLAIN_LOOK,
    codepage: null,
    runs: [],
    qr: { data: null, moduleSize: 3 },
    barcode: { height: 162, moduleSize: 3 },
    events: [],
  };
}

/** Adds text, read as cp850. Refuses an accent before its code page is chosen. */
export function write(machine: Machine, bytes: Uint8Array): string {
  if (machine.codepage !== CP850 && bytes.some((byte) => byte >= 0x80))
    refuse('an accent before its code page');
  const text = Array.from(bytes, fromCp850).join('');
  machine.runs.push({ text, look: machine.look });
  return text;
}

/** The number of cp850 in `ESC t n` on every known printer. */
const CP850 = 2;

/** Ends the present line. */
export function endLine(machine: Machine): void {
  const { runs, side } = machine;
  machine.events.push({ kind: 'line', text: runs.map(({ text }) => text).join(''), side, runs });
  machine.runs = [];
}

/** Throws the SyntaxError of bytes that a printer would not understand. */
export function refuse(what: string): never {
  throw new SyntaxError(what);
}

/** Returns the side of a number: 0 left, 1 centre, 2 right. */
export function sideOf(n: number | undefined): Side {
  return (['left', 'center', 'right'] as const)[n ?? 9] ?? refuse('alignment');
}

/** Returns the value of two bytes, the lower one first. */
export function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}
