import { describe, expect, it } from 'vitest';
import { readDataObjects, writeDataObject } from '../../../../shared/domain/br-code/tlv.ts';

const read = (text: string) => {
  const objects = readDataObjects([...text]);
  return objects.ok ? [...objects.value].map(([id, value]) => [id, value.join('')]) : objects.error;
};

describe('readDataObjects', () => {
  it.each([
    ['', []],
    ['000201', [['00', '01']]],
    [
      '5903São5802BR',
      [
        ['59', 'São'],
        ['58', 'BR'],
      ],
    ],
    ['0004000100', 'malformed'],
    [`9999${'x'.repeat(99)}`, [['99', 'x'.repeat(99)]]],
    ['0', 'malformed'],
    ['00', 'malformed'],
    ['000', 'malformed'],
    ['0002', 'malformed'],
    ['00020', 'malformed'],
    ['0002012', 'malformed'],
    ['0000', 'malformed'],
    ['00-101', 'malformed'],
    ['0x0201', 'malformed'],
    ['00 201', 'malformed'],
    ['\u0660\u0660\u0660\u066101', 'malformed'],
    ['5404100054041000', 'malformed'],
  ])('reads %j', (text, objects) => {
    expect(read(text)).toEqual(objects);
  });
});

describe('writeDataObject', () => {
  it('counts characters', () => {
    expect(writeDataObject('59', 'São 🥖')).toBe('5905São 🥖');
    expect(writeDataObject('26', 'x'.repeat(99))).toBe(`2699${'x'.repeat(99)}`);
  });

  it.each(['', 'x'.repeat(100)])('refuses a value that has no length: %j', (value) => {
    expect(() => writeDataObject('26', value)).toThrow(RangeError);
  });
});
