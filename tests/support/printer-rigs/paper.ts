import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPosEncoder } from '../../../main/core/printing/encoder/pos-encoder.ts';
import { PROFILES } from '../../../main/core/printing/profiles.ts';
import { buildTicket } from '../../../shared/domain/ticket/build-ticket.ts';
import { sampleCharge, sampleContext } from '../../../build/run/ticket/sample.ts';
import type { Paper } from './guest/bench.ts';

/** More bytes than any chip and the system's buffers take. */
const ROLL_BYTES = 300_000;

/** The slips that are printed in the guest. */
export function samplePaper(): Paper {
  const slip = (profile: 'epson' | 'generic-80'): Buffer => {
    const ticket = buildTicket(
      { document: 'qr-slip', charge: sampleCharge },
      sampleContext,
      PROFILES[profile].columns,
    );
    return Buffer.from(createPosEncoder().encode(ticket, PROFILES[profile]));
  };
  const raster = slip('generic-80');
  return {
    native: slip('epson'),
    raster,
    roll: Buffer.concat(Array.from({ length: Math.ceil(ROLL_BYTES / raster.length) }, () => raster)),
    everyByte: Buffer.from(Array.from({ length: 14_836 }, (_, index) => index % 256)),
  };
}

/** Writes the slips for the guest, each as `name.bin`. */
export async function layOutPaper(folder: string, paper: Paper): Promise<void> {
  for (const [name, bytes] of Object.entries(paper))
    await writeFile(join(folder, `${name}.bin`), bytes as Buffer);
}
