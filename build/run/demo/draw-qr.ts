import qrcode from 'qrcode';

/** The light modules around the code. Scanners need four. */
const QUIET = 4;

/**
 * Draws a QR code with half blocks, two modules a character, so that the modules are square. With colours it is black on white
 * on every terminal. Without colours it is drawn for a dark terminal: light modules are ink.
 */
export function drawQr(text: string, colours: boolean): string[] {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'L' }).modules;
  const isDark = (row: number, column: number): boolean =>
    row >= 0 && column >= 0 && row < size && column < size && data[row * size + column] === 1;
  const lines: string[] = [];
  for (let row = -QUIET; row < size + QUIET; row += 2) {
    let line = '';
    for (let column = -QUIET; column < size + QUIET; column += 1)
      line += half(isDark(row, column) === colours, isDark(row + 1, column) === colours);
    lines.push(colours ? `\u001B[30;107m${line}\u001B[0m` : line);
  }
  return lines;
}

function half(upper: boolean, lower: boolean): string {
  if (upper) return lower ? '█' : '▀';
  return lower ? '▄' : ' ';
}
