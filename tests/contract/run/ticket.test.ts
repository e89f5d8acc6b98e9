import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { runCommand, type CommandResult } from '../../../build/run/run-command.ts';
import { SAMPLE_BR_CODE } from '../../../build/run/ticket/sample.ts';
import { interpret } from '../../../main/core/printing/interpreter/interpret.ts';

const folder = mkdtempSync(join(tmpdir(), 'balcao-ticket-'));
afterAll(() => rmSync(folder, { recursive: true }));
const out = join(folder, 'slip.bin');

const ticket = (...args: string[]): Promise<CommandResult> =>
  runCommand(process.execPath, ['build/run/ticket.ts', ...args], { cwd: repoRoot, timeoutMs: 15_000 });

/** A charge as docs/local-api.md has it, in a file. */
function chargeFile(patch: Readonly<Record<string, unknown>> = {}): string {
  const file = join(folder, 'charge.json');
  const body = {
    id: '01JDCV7Y2GABCDEFGHJKMNPQRS',
    till: 'Caixa 7',
    reference: null,
    amount: 1234,
    paidAmount: null,
    refundedAmount: 0,
    wallet: 'pix',
    brCode: SAMPLE_BR_CODE,
    expiresAt: '2026-11-23T17:41:08.000Z',
    approvedAt: null,
    endToEndId: null,
    late: false,
    ...patch,
  };
  writeFileSync(file, JSON.stringify(body));
  return file;
}

describe('npm run ticket', () => {
  it('writes the bytes of a charge for a printer', async () => {
    const { code, stderr } = await ticket('--profile', 'daruma', '--out', out, '--charge', chargeFile());
    expect(stderr).toMatch(/bytes, lidos de volta e conferidos\.\n$/);
    expect(code).toBe(0);
    const events = interpret(readFileSync(out), 'daruma');
    const lines = events.flatMap((event) => (event.kind === 'line' ? [event.text] : []));
    expect(lines.join('\n')).toMatch(/R\$ 12,34\n[^]*Caixa +Caixa 7/);
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'qr', data: Uint8Array.from(Buffer.from(SAMPLE_BR_CODE)) }),
    );
  });

  it.each([
    ['no file to write', ['--document', 'receipt'], 'Falta --out'],
    [
      'an unknown document',
      ['--out', out, '--document', 'danfe'],
      '--document danfe: deve ser um de qr-slip',
    ],
    ['an unknown model', ['--out', out, '--profile', 'x'], '--profile x: deve ser um de epson'],
    ['an unknown encoder', ['--out', out, '--encoder', 'x'], '--encoder x: deve ser pos ou escpos'],
    ['an unknown argument', ['--paper', '58'], 'Argumento desconhecido'],
    ['a charge that is not there', ['--out', out, '--charge', join(folder, 'none')], 'não pôde ser lido'],
  ])('says what is wrong in a line: %s', async (_name, args, said) => {
    const { code, stderr } = await ticket(...args);
    expect(stderr.split('\n')[0]).toContain(said);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(2);
  });

  it.each([
    ['no JSON', () => writeFileSync(chargeFile(), '{'), '(JSON)'],
    ['half a centavo', () => chargeFile({ amount: 12.5 }), '(amount)'],
    ['another id', () => chargeFile({ id: '1' }), '(id)'],
    ['a time that is none', () => chargeFile({ expiresAt: 'amanhã' }), '(expiresAt)'],
    ['no QR', () => chargeFile({ brCode: null }), 'não tem este documento'],
  ])('says what is wrong with a charge: %s', async (_name, write, said) => {
    write();
    const { code, stderr } = await ticket('--out', out, '--charge', join(folder, 'charge.json'));
    expect(stderr).toContain(said);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  it('says that a file cannot be written', async () => {
    const { code, stderr } = await ticket('--out', join(folder, 'none', 'slip.bin'));
    expect(stderr).toMatch(/não pôde ser gravado/);
    expect(code).toBe(1);
  });
});
