import { fromCp850 } from './cp850.ts';

/** What a printer would do. `raster`: one byte for each dot, 1 is black. */
export type PrinterEvent =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'qr'; readonly data: string; readonly moduleSize: number }
  | { readonly kind: 'raster'; readonly width: number; readonly height: number; readonly dots: Uint8Array }
  | { readonly kind: 'barcode'; readonly data: string }
  | { readonly kind: 'cut' };

interface Machine {
  readonly bytes: Uint8Array;
  at: number;
  text: string;
  codepage: number;
  readonly events: PrinterEvent[];
  readonly qr: { data: string | null; moduleSize: number };
}

/** Commands that only change how things look, with their length in bytes. */
const PLAIN: Readonly<Record<string, number>> = {
  '1b21': 3, // ESC ! size and look
  '1b45': 3, // ESC E bold
  '1b4d': 3, // ESC M font
  '1b61': 3, // ESC a alignment
  '1d21': 3, // GS ! size
  '1d42': 3, // GS B white on black
  '1d48': 3, // GS H text beside a barcode
  '1d68': 3, // GS h barcode height
  '1d77': 3, // GS w barcode module
  '1c2e': 2, // FS . no Kanji
};

/**
 * Reads ESC/POS bytes as strictly as the worst printer would punish: throws a SyntaxError at any command it does not know
 * and at any length that does not fit. Text is read as cp850 and only after `ESC t 2`. Source: Epson, ESC/POS Command
 * Reference.
 */
export function interpret(bytes: Uint8Array): readonly PrinterEvent[] {
  const machine: Machine = {
    bytes,
    at: 0,
    text: '',
    codepage: 0,
    events: [],
    qr: { data: null, moduleSize: 3 },
  };
  while (machine.at < bytes.length) step(machine);
  if (machine.text !== '') fail(machine, 'text without an end of line');
  return machine.events;
}

function step(machine: Machine): void {
  const byte = machine.bytes[machine.at] ?? 0;
  if (byte >= 0x20) {
    if (byte >= 0x80 && machine.codepage !== 2) fail(machine, 'an accent before its code page');
    machine.text += fromCp850(byte);
    machine.at += 1;
  } else if (byte === 0x0a) {
    machine.events.push({ kind: 'line', text: machine.text });
    machine.text = '';
    machine.at += 1;
  } else command(machine, byte);
}

function command(machine: Machine, byte: number): void {
  const name = [byte, machine.bytes[machine.at + 1] ?? 0]
    .map((b) => b.toString(16).padStart(2, '0'))
    .join('');
  const length = PLAIN[name];
  if (length !== undefined) {
    take(machine, length);
    return;
  }
  switch (name) {
    case '1b40': // ESC @
      take(machine, 2);
      machine.codepage = 0;
      return;
    case '1b74': // ESC t n
      machine.codepage = take(machine, 3)[2] ?? 0;
      return;
    case '1df9': // GS F9 35 31: Bematech's ESC/POS mode
      if (take(machine, 4)[2] !== 0x35) fail(machine, 'GS F9');
      return;
    case '1d56': // GS V m
      if ((take(machine, 3)[2] ?? 9) > 1) fail(machine, 'GS V');
      machine.events.push({ kind: 'cut' });
      return;
    case '1d76':
      raster(machine);
      return;
    case '1d6b':
      barcode(machine);
      return;
    case '1d28':
      symbol(machine);
      return;
    default:
      fail(machine, name);
  }
}

/** GS v 0 m xL xH yL yH data. */
function raster(machine: Machine): void {
  const head = take(machine, 8);
  if (head[2] !== 0x30 || head[3] !== 0) fail(machine, 'GS v');
  const [across, height] = [word(head, 4), word(head, 6)];
  const data = take(machine, across * height);
  const dots = Uint8Array.from(
    { length: data.length * 8 },
    (_, at) => ((data[at >> 3] ?? 0) >> (7 - (at & 7))) & 1,
  );
  machine.events.push({ kind: 'raster', width: across * 8, height, dots });
}

/** GS k 73 n data, with the code set of Code 128 in front. */
function barcode(machine: Machine): void {
  const head = take(machine, 4);
  if (head[2] !== 73) fail(machine, 'GS k');
  const data = String.fromCharCode(...take(machine, head[3] ?? 0));
  if (!data.startsWith('{B')) fail(machine, 'GS k without its code set');
  machine.events.push({ kind: 'barcode', data: data.slice(2) });
}

/** GS ( k pL pH 49 fn …: a QR of the printer's own. */
function symbol(machine: Machine): void {
  const head = take(machine, 5);
  const body = take(machine, word(head, 3));
  if (head[2] !== 0x6b || body[0] !== 49) fail(machine, 'GS (');
  switch (body[1]) {
    case 65: // model
    case 69: // level
      return;
    case 67:
      machine.qr.moduleSize = body[2] ?? 0;
      if (machine.qr.moduleSize < 1 || machine.qr.moduleSize > 16) fail(machine, 'size of a QR');
      return;
    case 80:
      machine.qr.data = String.fromCharCode(...body.subarray(3));
      return;
    case 81:
      if (body.length !== 3 || machine.qr.data === null) fail(machine, 'a QR printed amiss');
      machine.events.push({ kind: 'qr', data: machine.qr.data ?? '', moduleSize: machine.qr.moduleSize });
      return;
    default:
      fail(machine, 'function of a QR');
  }
}

function take(machine: Machine, length: number): Uint8Array {
  const part = machine.bytes.subarray(machine.at, machine.at + length);
  if (part.length < length) fail(machine, 'cut short');
  machine.at += length;
  return part;
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

function fail(machine: Machine, what: string): never {
  throw new SyntaxError(`not ESC/POS near byte ${machine.at}: ${what}`);
}
