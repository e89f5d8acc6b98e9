import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShortCode, shortCode } from '../../../../shared/domain/short-code/short-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ULID = '01KASX8Q4M7T3V9Z2B5C6D8E0F';
const anyId = fc.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
const anyCode = anyId.map(shortCode);

describe('shortCode', () => {
  it.each([
    [ULID, '6D8E0F4'],
    ['00000000000000000000000000', '000000M'],
    ['7ZZZZZZZZZZZZZZZZZZZZZZZZZ', 'ZZZZZZD'],
  ])('of %s is %s', (id, code) => {
    expect(shortCode(id)).toBe(code);
  });

  it.each([
    '',
    'abc',
    ULID.toLowerCase(),
    `${ULID}0`,
    ULID.slice(1),
    `8${ULID.slice(1)}`,
    ULID.replace('K', 'U'),
  ])('refuses %j as an id', (id) => {
    expect(() => shortCode(id)).toThrow(RangeError);
  });

  it('is seven characters that anyone can read out, and a code', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        expect(shortCode(id)).toMatch(/^[0-9A-HJKMNP-TV-Z]{7}$/);
        expect(parseShortCode(shortCode(id))).toBe(shortCode(id));
      }),
    );
  });

  it('tells charges apart', () => {
    const ids = Array.from(
      { length: 32 * 32 },
      (_, index) => `${ULID.slice(0, -2)}${ALPHABET[index >> 5]}${ALPHABET[index & 31]}`,
    );
    expect(new Set(ids.map(shortCode)).size).toBe(ids.length);
  });
});

describe('parseShortCode', () => {
  it.each(['6D8E0F4', '6d8e0f4', ' 6D8E0F4\r\n', '6D8-E0F4', '6d8 e0f4', '6D8EOF4', '6d8eof4'])(
    'reads %j',
    (text) => {
      expect(parseShortCode(text)).toBe('6D8E0F4');
    },
  );

  it('takes I and L for 1', () => {
    const code = shortCode(`${ULID.slice(0, -6)}111111`);
    for (const letter of 'ILil') expect(parseShortCode(code.replaceAll('1', letter))).toBe(code);
  });

  it.each([
    '',
    '6D8E0F',
    '6D8E0F44',
    '6D8E0FT',
    '6D8E0FU',
    '6D8E0F*',
    '0000000',
    'ZZZZZZZ',
    '6D8_0F4',
    'Ç6D8E0F4',
    '6D8E0ß',
    '\u0131000001',
    ULID,
  ])('refuses %j', (text) => {
    expect(parseShortCode(text)).toBeNull();
  });

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const taken = [...code].flatMap((right, at) =>
          [...ALPHABET].filter(
            (wrong) =>
              wrong !== right && parseShortCode(code.slice(0, at) + wrong + code.slice(at + 1)) !== null,
          ),
        );
        expect(taken).toEqual([]);
      }),
    );
  });

  it('notices every swap of two characters', () => {
    const place = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(anyCode, place, place, (code, left, right) => {
        const swapped = [...code];
        [swapped[left], swapped[right]] = [code.charAt(right), code.charAt(left)];
        expect(parseShortCode(swapped.join('')) !== null).toBe(swapped.join('') === code);
      }),
      { numRuns: 1_000 },
    );
  });

  it('lets one text in 32 through by chance, no more', () => {
    let passed = 0;
    for (let number = 0; number < 32 ** 3; number++) {
      const tail = [number >> 10, (number >> 5) & 31, number & 31]
        .map((digit) => ALPHABET.charAt(digit))
        .join('');
      if (parseShortCode(`6D8E${tail}`) !== null) passed += 1;
    }
    expect(passed).toBe(32 ** 2);
  });
});
