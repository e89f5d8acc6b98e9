import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBrCode } from '../../../../shared/domain/br-code/build-br-code.ts';
import { checkPayload } from '../../../../shared/domain/br-code/check-payload.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { anyInput, MANUAL_DYNAMIC, MANUAL_STATIC, sealed } from './samples.ts';

const ten = { wallet: 'pix', amount: centavos(1000) };
const tenAt = (wallet: string) => ({ ...ten, wallet });
const withAmount = (sample: string, object: string) =>
  sealed(sample.replace('5802BR', `${object}5802BR`).slice(0, -8));
const OF_TEST_WALLET = btoa(JSON.stringify({ id: '6f1c1c5e' }));
const MERCADO_PAGO = sealed('00020126180014com.mercadopag5204000053039865802BR5906Padoca6008BRASILIA');

describe('checkPayload accepts', () => {
  it.each([
    ['a static code with the amount', withAmount(MANUAL_STATIC, '540510.00'), 'in-code'],
    ['the amount in a shorter writing', withAmount(MANUAL_STATIC, '540210'), 'in-code'],
    ['a dynamic code with the amount', withAmount(MANUAL_DYNAMIC, '540510.00'), 'in-code'],
    ['a dynamic code without one', MANUAL_DYNAMIC, 'at-psp'],
    ['a dynamic code with zero, which stands for none', withAmount(MANUAL_DYNAMIC, '54040.00'), 'at-psp'],
    [
      'a dynamic code that repeats its txid',
      sealed(MANUAL_DYNAMIC.replace('62070503***', `62390535${'a'.repeat(35)}`).slice(0, -8)),
      'at-psp',
    ],
    ['a code with white space around it', `\n${MANUAL_DYNAMIC} `, 'at-psp'],
  ])('%s', (_what, text, amountSource) => {
    expect(checkPayload(text, ten)).toMatchObject({
      ok: true,
      value: { kind: 'pix', amountSource, brCode: { merchantName: 'Fulano de Tal', crcOk: true } },
    });
  });

  it.each([
    ['shipay-pagador', OF_TEST_WALLET],
    ['picpay', 'https://app.picpay.com/checkout/NWM'],
    ['mercadopago', MERCADO_PAGO],
    ['mercadopago', sealed('00020126180014com.mercadopag')],
  ])('the code of %s unread: %s', (wallet, text) => {
    expect(checkPayload(text, tenAt(wallet))).toEqual({ ok: true, value: { kind: 'opaque' } });
  });
});

describe('checkPayload refuses', () => {
  it.each([
    ['nothing', '', 'pix', 'empty'],
    ['nothing, whatever the wallet', ' \n', 'picpay', 'empty'],
    ['a wallet code for Pix', OF_TEST_WALLET, 'pix', 'not-a-br-code'],
    ['an address for Pix', 'https://app.picpay.com/checkout/NWM', 'pix', 'not-a-br-code'],
    ['an EMV code without Pix', MERCADO_PAGO, 'pix', 'not-pix'],
    ['a broken structure', sealed('0002015802BR59'), 'pix', 'not-a-br-code'],
    [
      'another country',
      sealed(MANUAL_DYNAMIC.replace('5802BR', '5802AR').slice(0, -8)),
      'pix',
      'not-a-br-code',
    ],
    ['an unreadable amount', withAmount(MANUAL_DYNAMIC, '540510,00'), 'pix', 'not-a-br-code'],
    [
      'an unreadable amount, whatever the wallet',
      withAmount(MANUAL_DYNAMIC, '540510,00'),
      'ame',
      'not-a-br-code',
    ],
    ['dollars', sealed(MANUAL_DYNAMIC.replace('5303986', '5303840').slice(0, -8)), 'pix', 'wrong-currency'],
    ['a wrong CRC', MANUAL_DYNAMIC.replace('64E4', '64E5'), 'pix', 'crc-mismatch'],
    [
      'a wrong CRC, whatever the wallet',
      MERCADO_PAGO.replace('Padoca', 'Padaca'),
      'mercadopago',
      'crc-mismatch',
    ],
    ['a code cut short', MANUAL_DYNAMIC.slice(0, -1), 'pix', 'crc-mismatch'],
    ['a static code without amount', MANUAL_STATIC, 'pix', 'amount-missing'],
    ['a static code with zero', withAmount(MANUAL_STATIC, '54040.00'), 'pix', 'amount-missing'],
    ['one centavo more', withAmount(MANUAL_DYNAMIC, '540510.01'), 'pix', 'amount-mismatch'],
    ['one centavo less', withAmount(MANUAL_STATIC, '54049.99'), 'pix', 'amount-mismatch'],
    ['another amount, whatever the wallet', withAmount(MANUAL_DYNAMIC, '54049.99'), 'ame', 'amount-mismatch'],
  ])('%s', (_what, text, wallet, error) => {
    expect(checkPayload(text, tenAt(wallet))).toEqual({ ok: false, error });
  });

  it('every change of one character to any other, at any place', () => {
    const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
    const sample = withAmount(MANUAL_DYNAMIC, '540510.00');
    expect(checkPayload(sample, ten).ok).toBe(true);
    const passed = [...sample].flatMap((right, at) =>
      printable
        .filter((wrong) => wrong !== right)
        .map((wrong) => sample.slice(0, at) + wrong + sample.slice(at + 1))
        .filter((text) => checkPayload(text, ten).ok),
    );
    expect(passed).toEqual([]);
  });

  it('a change of one character in any code, a swap of two neighbours, and a character lost', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(), fc.integer({ min: 32, max: 126 }), (input, place, wrong) => {
        const built = buildBrCode(input);
        if (!built.ok) throw new Error(built.error);
        const code = built.value;
        const ascii = [...code].flatMap((unit, at) =>
          unit <= '~' ? [[...code].slice(0, at).join('').length] : [],
        );
        const at = ascii[place % ascii.length] ?? 0;
        const expected = { wallet: 'pix', amount: input.amount ?? centavos(1) };
        const changed = code.slice(0, at) + String.fromCharCode(wrong) + code.slice(at + 1);
        const [a, b] = [code.charAt(at), code.charAt(at + 1)] as const;
        const swapped = code.slice(0, at) + b + a + code.slice(at + 2);
        if (changed !== code) expect(checkPayload(changed, expected).ok).toBe(false);
        if (swapped !== code && b <= '~') expect(checkPayload(swapped, expected).ok).toBe(false);
        expect(checkPayload(code.slice(0, -1), expected).ok).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('exactly the amounts that are not the charge’s', () => {
    const sum = fc.integer({ min: 1, max: 100_000 }).map(centavos);
    fc.assert(
      fc.property(anyInput, sum, fc.boolean(), (input, other, same) => {
        const amount = input.amount ?? centavos(1);
        const expected = same ? amount : other;
        const built = buildBrCode({ ...input, amount });
        if (!built.ok) throw new Error(built.error);
        expect(checkPayload(built.value, { wallet: 'pix', amount: expected }).ok).toBe(expected === amount);
      }),
    );
  });
});
