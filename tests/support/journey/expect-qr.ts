import { expect, type TestInfo } from '@playwright/test';
import { decodeQr } from '../displays/decode-qr.ts';
import type { OutputName } from '../displays/outputs.ts';
import type { Displays } from '../displays/start-displays.ts';

/**
 * Waits until a camera in front of a monitor reads this QR text and no other. A page reports its QR before the compositor shows
 * it on the monitor, so one picture is not enough.
 */
export async function expectQr(
  displays: Displays,
  output: OutputName,
  text: string | null,
  testInfo: TestInfo,
): Promise<void> {
  const message = `QR codes on ${output}`;
  await expect.poll(() => photographedQr(displays, output, testInfo), { message }).toEqual([text]);
}

/** Expects no QR on a monitor, in one picture: a QR that goes only after a while could be paid meanwhile. */
export async function expectNoQr(displays: Displays, output: OutputName, testInfo: TestInfo): Promise<void> {
  expect(await photographedQr(displays, output, testInfo)).toEqual([]);
}

/** The texts of the QR codes that a camera in front of a monitor reads. */
async function photographedQr(displays: Displays, output: OutputName, testInfo: TestInfo): Promise<string[]> {
  const file = testInfo.outputPath(`${output}-${Date.now()}.png`);
  await displays.photograph(file, output);
  return decodeQr(file);
}
