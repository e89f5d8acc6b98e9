import { describe, expect, it } from 'vitest';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { receiptQuery } from '../../../../renderer/cashier/dialogs/receipt-query.ts';

const nothing = { endToEndEnd: null, amount: null, minute: null };

describe('what is typed off a receipt', () => {
  it.each([
    [{ end: ' 4F2a ', minute: '' }, 0, { ...nothing, endToEndEnd: '4F2a' }],
    [{ end: 'AB CD EF', minute: '' }, 0, { ...nothing, endToEndEnd: 'ABCDEF' }],
    [{ end: '', minute: '' }, 123_456, { ...nothing, amount: 123_456 }],
    [{ end: '', minute: '14:31' }, 2_590, { ...nothing, amount: 2_590, minute: 871 }],
    [{ end: '', minute: '9h05' }, 2_590, { ...nothing, amount: 2_590, minute: 545 }],
    [{ end: '', minute: '0005' }, 800, { ...nothing, amount: 800, minute: 5 }],
    [{ end: '', minute: '' }, 0, nothing],
    [{ end: '4F2', minute: '' }, 0, 'badEnd'],
    [{ end: "4F2a'", minute: '' }, 0, 'badEnd'],
    [{ end: '', minute: '24:00' }, 800, 'badMinute'],
    [{ end: '', minute: '12:60' }, 800, 'badMinute'],
  ] as const)('%j and %d', (text, amount, expected) => {
    expect(receiptQuery(text, centavos(amount))).toEqual(expected);
  });
});
