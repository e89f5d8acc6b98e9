import { PLAIN_LOOK, refuse, sideOf, word, type Language, type Machine, type Order } from './machine.ts';

const order = (name: string, size: number, act: Order['act']): Order => ({ name, size: () => size, act });

const QR_LONGEST = 700;

/**
 * The commands of ESC/Daruma that we send, the language of the DR700 and DR800. Source: ACBr, ACBrEscDaruma.
 * base4sistemas/pyescpos, daruma.py, agrees if both have a command. Only grandchef/escpos-buffer has `ESC t` and `ESC p`.
 */
export const DARUMA: Language = {
  '1b40': order('ESC @', 0, (machine) => {
    machine.codepage = null;
    machine.look = PLAIN_LOOK;
    machine.side = 'left';
  }),
  '1b45': order('ESC E', 0, (machine) => {
    machine.look = { ...machine.look, bold: true };
  }),
  '1b46': order('ESC F', 0, (machine) => {
    machine.look = { ...machine.look, bold: false };
  }),
  '1b57': order('ESC W', 1, (machine, [n]) => {
    machine.look = { ...machine.look, width: factor(n) };
  }),
  '1b77': order('ESC w', 1, (machine, [n]) => {
    machine.look = { ...machine.look, height: factor(n) };
  }),
  '1b6a': order('ESC j', 1, (machine, [n]) => {
    machine.side = sideOf(n);
  }),
  '1b74': order('ESC t', 1, (machine, [n]) => {
    machine.codepage = n ?? null;
  }),
  '1b6d': order('ESC m', 0, (machine) => {
    machine.events.push({ kind: 'cut' });
  }),
  '1b70': order('ESC p', 0, (machine) => {
    machine.events.push({ kind: 'drawer' });
  }),
  '1b62': {
    name: 'ESC b',
    size: (rest) => (rest.indexOf(0, 4) < 0 ? Infinity : rest.indexOf(0, 4) + 1),
    act: barcode,
  },
  '1b81': { name: 'ESC 81', size: (rest) => 2 + word(rest, 0), act: qr },
};

/** Returns the factor of a size: 0 is normal, 1 is double. */
function factor(n: number | undefined): number {
  return n === 0 ? 1 : n === 1 ? 2 : refuse('size of characters');
}

/** ESC b 5 width height text data NUL: Code 128, without text beside it. */
function barcode(machine: Machine, operands: Uint8Array): void {
  const [kind, moduleSize = 0, height = 0, text] = operands;
  if (kind !== 5 || text !== 0) refuse('kind of barcode');
  if (moduleSize < 2 || moduleSize > 5 || height < 50 || height > 200) refuse('size of a barcode');
  const data = String.fromCharCode(...operands.subarray(4, -1));
  machine.events.push({ kind: 'barcode', data, moduleSize, height, side: machine.side });
}

/** ESC 81 lenL lenH size level data: the length includes size and level. */
function qr(machine: Machine, operands: Uint8Array): void {
  const [, , moduleSize = 0, level] = operands;
  if (moduleSize < 3 || moduleSize > 7 || level !== 0x4d) refuse('size or level of a QR');
  const data = Uint8Array.from(operands.subarray(4));
  if (data.length === 0 || data.length > QR_LONGEST) refuse('length of a QR');
  machine.events.push({ kind: 'qr', data, moduleSize, side: machine.side });
}
