import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCpf, maskCpf } from '../../../../shared/domain/tax-document/cpf-in-text.ts';

describe('a CPF in a text', () => {
  it.each([
    ['529.982.247-25', '***.982.247-**'],
    ['52998224725', '***982247**'],
    ['Pedido 529.982.247-25 Maria', 'Pedido ***.982.247-** Maria'],
    ['CPF:52998224725;11144477735', 'CPF:***982247**;***444777**'],
  ])('%s is shown as %s', (text, shown) => {
    expect(hasCpf(text)).toBe(true);
    expect(maskCpf(text)).toBe(shown);
  });

  it.each([
    ['the check digits are wrong', '529.982.247-26'],
    ['one digit eleven times', '111.111.111-11'],
    ['part of a longer number', '152998224725'],
    ['part of a longer number', '529982247251'],
    ['an order’s number', 'PDV 8841'],
    ['a CNPJ', '11.222.333/0001-81'],
    ['nothing', ''],
  ])('%s: is not one', (_why, text) => {
    expect(hasCpf(text)).toBe(false);
    expect(maskCpf(text)).toBe(text);
  });

  it('shows six of its digits, whatever is around it', () => {
    const word = fc.string().filter((text) => !/[\d.-]/.test(text));
    fc.assert(
      fc.property(word, word, (before, after) => {
        expect(maskCpf(`${before}52998224725${after}`)).toBe(`${before}***982247**${after}`);
      }),
    );
  });
});
