import { describe, expect, it } from 'vitest';
import { isTaxDocument } from '../../../../shared/domain/tax-document/tax-document.ts';
import { TRAINING_VARIABLE_EXPIRY } from '../../../../main/core/gateway/training/training-shop.ts';

describe('isTaxDocument', () => {
  it.each([
    '52998224725',
    '529.982.247-25',
    '11222333000181',
    '11.222.333/0001-81',
    '12.ABC.345/01DE-35',
    TRAINING_VARIABLE_EXPIRY.buyer.document,
  ])('takes %s', (text) => {
    expect(isTaxDocument(text)).toBe(true);
  });

  it.each([
    '',
    '52998224724',
    '529982247',
    '11222333000182',
    '11111111111',
    '00000000000000',
    '12ABC34501DE36',
    'abc',
  ])('refuses %j', (text) => {
    expect(isTaxDocument(text)).toBe(false);
  });
});
