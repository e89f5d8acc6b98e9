import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { code128 } from '../../../shared/domain/ticket/code128.ts';

const folder = mkdtempSync(join(tmpdir(), 'balcao-code128-'));
afterAll(() => rmSync(folder, { recursive: true }));

function readByZbar(text: string): string {
  const quiet = Array<boolean>(10).fill(false);
  const modules = [...quiet, ...code128(text), ...quiet];
  const row = modules.flatMap((black) => Array<string>(3).fill(black ? '0' : '255')).join(' ');
  const file = join(folder, 'bars.pgm');
  writeFileSync(file, `P2\n${modules.length * 3} 64\n255\n${Array<string>(64).fill(row).join('\n')}\n`);
  const options = ['-q', '--raw', '--nodbus', '-Sdisable', '-Scode128.enable', file];
  return execFileSync('zbarimg', options, { encoding: 'utf8' }).replace(/\n$/, '');
}

describe('code128, read by zbar', () => {
  it.each(['BK7Z4F2A', 'B0000000', ...Array.from({ length: 12 }, (_, at) => printable(at * 8))])(
    'says %s',
    (text) => expect(readByZbar(text)).toBe(text),
  );

  it('throws at what it cannot carry', () => {
    expect(() => code128('É')).toThrow(RangeError);
    expect(() => code128('')).toThrow(RangeError);
  });
});

/** Eight of the 95 characters, between letters: zbar drops no space at an end. */
function printable(from: number): string {
  return `A${String.fromCharCode(...Array.from({ length: 8 }, (_, at) => 0x20 + ((from + at) % 95)))}Z`;
}
