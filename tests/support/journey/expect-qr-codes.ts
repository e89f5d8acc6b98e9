import { expect, type TestInfo } from '@playwright/test';
import { decodeQr } from '../displays/decode-qr.ts';
import type { OutputName } from '../displays/outputs.ts';
import type { Displays } from '../displays/start-displays.ts';

/**
 * Waits until a camera in front of a monitor reads exactly these QR texts.
 * A page says what it shows before the compositor has put it on the monitor, so that one picture is too few.
 */
export async function expectQrCodes(
  displays: Displays,
  output: OutputName,
  codes: readonly string[],
  testInfo: TestInfo,
): Promise<void> {
  const photographed = async (): Promise<string[]> => {
    const file = testInfo.outputPath(`${output}-${Date.now()}.png`);
    await displays.photograph(file, output);
    return decodeQr(file);
  };
  await expect.poll(photographed, { message: `QR codes on ${output}` }).toEqual(codes);
}
