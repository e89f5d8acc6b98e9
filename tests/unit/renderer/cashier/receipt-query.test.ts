import { describe, expect, it } from 'vitest';
import { receiptQuery } from '../../../../renderer/cashier/dialogs/receipt-query.ts';

const nothing = { endToEndEnd: null, amount: null, minute: null };

describe('what is typed off a receipt', () => {
  it.each([
    [
      { end: ' 4F2a ', amount: '', minute: '' },
      { ...nothing, endToEndEnd: '4F2a' },
    ],
    [
      { end: 'AB CD EF', amount: '', minute: '' },
      { ...nothing, endToEndEnd: 'ABCDEF' },
    ],
    [
      { end: '', amount: 'R$ 1.234,56', minute: '' },
      { ...nothing, amount: 123_456 },
    ],
    [
      { end: '', amount: '25,90', minute: '14:31' },
      { ...nothing, amount: 2590, minute: 871 },
    ],
    [
      { end: '', amount: '25,9', minute: '9h05' },
      { ...nothing, amount: 2590, minute: 545 },
    ],
    [
      { end: '', amount: '8', minute: '0005' },
      { ...nothing, amount: 800, minute: 5 },
    ],
    [{ end: '', amount: '', minute: '' }, nothing],
    [{ end: '4F2', amount: '', minute: '' }, 'badEnd'],
    [{ end: "4F2a'", amount: '', minute: '' }, 'badEnd'],
    [{ end: '', amount: 'vinte', minute: '' }, 'badAmount'],
    [{ end: '', amount: '-1', minute: '' }, 'badAmount'],
    [{ end: '', amount: '8', minute: '24:00' }, 'badMinute'],
    [{ end: '', amount: '8', minute: '12:60' }, 'badMinute'],
  ] as const)('%j', (text, expected) => {
    expect(receiptQuery(text)).toEqual(expected);
  });
});
