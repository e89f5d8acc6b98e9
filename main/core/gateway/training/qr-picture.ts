import QRCode from 'qrcode';
import { toPng } from './png.ts';

/** The dots across of the gateway's own pictures (section 3.3). */
const SIDE = 610;
/** ISO/IEC 18004 requires four white modules on every side. */
const QUIET_ZONE = 4;

/** Returns the QR of a text as the gateway sends it: a data URI of a PNG, 610 dots across (section 3.3). */
export function qrPicture(text: string): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const scale = Math.floor(SIDE / (modules.size + 2 * QUIET_ZONE));
  const margin = Math.floor((SIDE - modules.size * scale) / 2);
  const dots = new Uint8Array(SIDE * SIDE);
  for (let y = 0; y < modules.size; y += 1) {
    const row = (y * scale + margin) * SIDE;
    for (let x = 0; x < modules.size; x += 1) {
      const from = row + x * scale + margin;
      if (modules.get(y, x) !== 0) dots.fill(1, from, from + scale);
    }
    for (let copy = 1; copy < scale; copy += 1) dots.copyWithin(row + copy * SIDE, row, row + SIDE);
  }
  return `data:image/png;base64,${toPng({ width: SIDE, height: SIDE, dots }).toString('base64')}`;
}
