import { PLAIN_LOOK, refuse, sideOf, word, type Language, type Machine, type Order } from './machine.ts';

const order = (name: string, size: number, act: Order['act']): Order => ({ name, size: () => size, act });

/** A command without a visible effect in what we print. */
const nothing = (): void => undefined;

/** The commands of ESC/POS that we send. Source: Epson, ESC/POS Command Reference. */
export const ESCPOS: Language = {
  '1b40': order('ESC @', 0, (machine) => {
    machine.runs = [];
    machine.codepage = null;
    machine.look = PLAIN_LOOK;
    machine.side = 'left';
  }),
  '1b21': order('ESC !', 1, (machine, [n = 0]) => {
    machine.look = {
      ...machine.look,
      bold: (n & 0x08) !== 0,
      height: n & 0x10 ? 2 : 1,
      width: n & 0x20 ? 2 : 1,
    };
  }),
  '1b45': order('ESC E', 1, (machine, [n = 0]) => {
    machine.look = { ...machine.look, bold: (n & 1) === 1 };
  }),
  '1b4d': order('ESC M', 1, (_, [n]) => (n === 0 ? undefined : refuse('another font'))),
  '1b61': order('ESC a', 1, (machine, [n]) => {
    machine.side = sideOf(n);
  }),
  '1b70': order('ESC p', 3, (machine, [pin = 9]) => {
    if (pin > 1) refuse('pin of a drawer');
    machine.events.push({ kind: 'drawer' });
  }),
  '1b74': order('ESC t', 1, (machine, [n]) => {
    machine.codepage = n ?? null;
  }),
  '1c2e': order('FS .', 0, nothing),
  '1d21': order('GS !', 1, (machine, [n = 0]) => {
    machine.look = { ...machine.look, width: (n >> 4) + 1, height: (n & 0x0f) + 1 };
  }),
  '1d42': order('GS B', 1, (machine, [n = 0]) => {
    machine.look = { ...machine.look, inverse: (n & 1) === 1 };
  }),
  '1d48': order('GS H', 1, nothing),
  '1d56': order('GS V', 1, (machine, [m = 9]) => {
    if (m > 1) refuse('kind of cut');
    machine.events.push({ kind: 'cut' });
  }),
  '1d68': order('GS h', 1, (machine, [n = 0]) => {
    machine.barcode.height = n;
  }),
  '1d77': order('GS w', 1, (machine, [n = 0]) => {
    machine.barcode.moduleSize = n;
  }),
  '1d6b': { name: 'GS k', size: (rest) => 2 + (rest[1] ?? 0), act: barcode },
  '1d76': { name: 'GS v', size: (rest) => 6 + word(rest, 2) * word(rest, 4), act: raster },
  '1d28': { name: 'GS (', size: (rest) => 3 + word(rest, 1), act: symbol },
  // Bematech's command for this language (grandchef/escpos-buffer).
  '1df9': order('GS F9', 2, (_, [n]) => (n === 0x35 ? undefined : refuse('GS F9'))),
};

/** GS v 0 m xL xH yL yH data. */
function raster(machine: Machine, operands: Uint8Array): void {
  if (operands[0] !== 0x30 || operands[1] !== 0) refuse('kind of picture');
  const [across, height] = [word(operands, 2), word(operands, 4)];
  const data = operands.subarray(6);
  const dots = Uint8Array.from(
    { length: data.length * 8 },
    (_, at) => ((data[at >> 3] ?? 0) >> (7 - (at & 7))) & 1,
  );
  machine.events.push({ kind: 'raster', width: across * 8, height, dots, side: machine.side });
}

/** GS k 73 n data, with the code set of Code 128 in front. */
function barcode(machine: Machine, operands: Uint8Array): void {
  if (operands[0] !== 73) refuse('kind of barcode');
  const data = String.fromCharCode(...operands.subarray(2));
  if (!data.startsWith('{B')) refuse('a barcode without its code set');
  machine.events.push({ kind: 'barcode', data: data.slice(2), ...machine.barcode, side: machine.side });
}

/** GS ( k pL pH 49 fn …: a QR that the printer draws. */
function symbol(machine: Machine, operands: Uint8Array): void {
  const body = operands.subarray(3);
  if (operands[0] !== 0x6b || body[0] !== 49) refuse('kind of symbol');
  switch (body[1]) {
    case 65: // model
    case 69: // level
      return;
    case 67:
      machine.qr.moduleSize = body[2] ?? 0;
      if (machine.qr.moduleSize < 1 || machine.qr.moduleSize > 16) refuse('size of a QR');
      return;
    case 80:
      machine.qr.data = Uint8Array.from(body.subarray(3));
      return;
    case 81: {
      const { data, moduleSize } = machine.qr;
      if (body.length !== 3 || data === null) return refuse('a QR printed amiss');
      machine.events.push({ kind: 'qr', data, moduleSize, side: machine.side });
      return;
    }
    default:
      refuse('function of a QR');
  }
}
