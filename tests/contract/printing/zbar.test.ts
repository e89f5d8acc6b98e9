import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createPosEncoder } from '../../../main/core/printing/encoder/pos-encoder.ts';
import { interpret } from '../../../main/core/printing/interpreter/interpret.ts';
import { PROFILES } from '../../../main/core/printing/profiles.ts';
import { buildTicket } from '../../../shared/domain/ticket/build-ticket.ts';
import { SAMPLE_BR_CODE, sampleCharge, sampleContext } from '../../../build/run/ticket/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'balcao-zbar-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Rows = readonly (readonly number[])[];

/** The rows of the slip's QR as they come out of the printer, 1 is black. */
function slipRows(id: 'generic-58' | 'generic-80'): Rows {
  const profile = PROFILES[id];
  const ticket = buildTicket({ document: 'qr-slip', charge: sampleCharge }, sampleContext, profile.columns);
  return interpret(createPosEncoder().encode(ticket, profile), 'escpos').flatMap((event) => {
    if (event.kind !== 'raster') return [];
    const dots = [...event.dots];
    return Array.from({ length: event.height }, (_, y) => dots.slice(y * event.width, (y + 1) * event.width));
  });
}

function readByZbar(rows: Rows): string {
  const file = join(folder, 'qr.pgm');
  const text = rows.map((row) => row.map((dot) => Math.round(255 * (1 - dot))).join(' ')).join('\n');
  writeFileSync(file, `P2\n${rows[0]?.length} ${rows.length}\n255\n${text}\n`);
  const options = ['-q', '--raw', '--nodbus', '-Sdisable', '-Sqrcode.enable', file];
  return execFileSync('zbarimg', options, { encoding: 'utf8' }).trimEnd();
}

describe.each(['generic-58', 'generic-80'] as const)('the QR slip on %s, read by zbar', (id) => {
  it('says the BR Code, dot for dot', () => {
    expect(readByZbar(slipRows(id))).toBe(SAMPLE_BR_CODE);
  });
});
