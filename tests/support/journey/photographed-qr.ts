import { decodeQr } from '../displays/decode-qr.ts';
import type { OutputName } from '../displays/outputs.ts';
import type { Displays } from '../displays/start-displays.ts';

/** The texts of the QR codes that a camera in front of a monitor would read. */
export async function photographedQr(
  displays: Displays,
  output: OutputName,
  folder: (name: string) => string,
): Promise<string[]> {
  const file = folder(`${output}-${Date.now()}.png`);
  await displays.photograph(file, output);
  return decodeQr(file);
}
