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
  for (let y = 0; y < modules.size * scale; y += 1) {
    for (let x = 0; x < modules.size * scale; x += 1) {
      if (modules.get(Math.floor(y / scale), Math.floor(x / scale)) !== 0)
        dots[(y + margin) * SIDE + x + margin] = 1;
    }
  }
  return `data:image/png;base64,${toPng({ width: SIDE, height: SIDE, dots }).toString('base64')}`;
}
