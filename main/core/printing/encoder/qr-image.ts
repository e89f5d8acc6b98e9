import QRCode from 'qrcode';
import { qrModuleDots, QUIET_ZONE } from '../../../../shared/domain/ticket/qr-size.ts';

/** Black and white pixels as RGBA, the form of encoders and decoders. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Returns the size of one module of a text's QR, for paper of `dots` dots. */
export function moduleSize(text: string, dots: number): number {
  return qrModuleDots(matrix(text).modules.size, dots);
}

/** Draws the QR of a text (its UTF-8 bytes, level M) for paper of `dots` dots, with its quiet zone. Its width is a multiple of 8. */
export function qrImage(text: string, dots: number): Pixels {
  const { modules } = matrix(text);
  const scale = moduleSize(text, dots);
  const side = Math.ceil(((modules.size + 2 * QUIET_ZONE) * scale) / 8) * 8;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  const offset = Math.floor((side - modules.size * scale) / 2);
  for (let y = 0; y < modules.size * scale; y += 1) {
    for (let x = 0; x < modules.size * scale; x += 1) {
      if (modules.get(Math.floor(y / scale), Math.floor(x / scale)) === 0) continue;
      data.fill(0, ((y + offset) * side + x + offset) * 4, ((y + offset) * side + x + offset) * 4 + 3);
    }
  }
  return { data, width: side, height: side };
}

function matrix(text: string): ReturnType<typeof QRCode.create> {
  return QRCode.create(text, { errorCorrectionLevel: 'M' });
}
