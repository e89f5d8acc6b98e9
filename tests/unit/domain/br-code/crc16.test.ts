import { describe, expect, it } from 'vitest';
import { crc16, endsWithItsCrc } from '../../../../shared/domain/br-code/crc16.ts';
import { MANUAL_DYNAMIC, MANUAL_STATIC } from './samples.ts';

describe('crc16', () => {
  it.each([
    ['123456789', '29B1'],
    ['', 'FFFF'],
    ['A', 'B915'],
    [MANUAL_STATIC.slice(0, -4), '1D3D'],
    [MANUAL_DYNAMIC.slice(0, -4), '64E4'],
  ])('of %j is %s', (text, crc) => {
    expect(crc16(text)).toBe(crc);
  });

  it('keeps its leading zeros', () => {
    const texts = Array.from({ length: 500 }, (_, index) => crc16(String(index)));
    expect(texts.every((crc) => /^[0-9A-F]{4}$/.test(crc))).toBe(true);
    expect(texts.some((crc) => crc.startsWith('0'))).toBe(true);
  });

  it('counts an accent as its UTF-8 bytes', () => {
    expect(crc16('é')).toBe(crc16FromBytes([0xc3, 0xa9]));
    expect(crc16('é')).not.toBe(crc16FromBytes([0xe9]));
  });
});

describe('endsWithItsCrc', () => {
  it('knows a good code from a damaged one', () => {
    expect(endsWithItsCrc(MANUAL_STATIC)).toBe(true);
    expect(endsWithItsCrc(MANUAL_STATIC.replace('Fulano', 'Fulana'))).toBe(false);
    expect(endsWithItsCrc(MANUAL_STATIC.slice(0, -1))).toBe(false);
    expect(endsWithItsCrc(MANUAL_STATIC.replace(/1D3D$/, '1d3d'))).toBe(false);
    expect(endsWithItsCrc('')).toBe(false);
    expect(endsWithItsCrc('\ud800FFFF')).toBe(false);
  });
});

/** A second writing of the same sum, by table-free long division over bits, to compare with. */
function crc16FromBytes(bytes: readonly number[]): string {
  const bits = [...bytes, 0, 0].flatMap((byte) => [...byte.toString(2).padStart(8, '0')].map(Number));
  for (let at = 0; at < 16; at++) bits[at] = 1 - (bits[at] ?? 0);
  const polynomial = [...'10001000000100001'].map(Number);
  for (let at = 0; at + 16 < bits.length; at++) {
    if (bits[at] === 1)
      polynomial.forEach((bit, offset) => (bits[at + offset] = (bits[at + offset] ?? 0) ^ bit));
  }
  return parseInt(bits.slice(-16).join(''), 2).toString(16).toUpperCase().padStart(4, '0');
}
