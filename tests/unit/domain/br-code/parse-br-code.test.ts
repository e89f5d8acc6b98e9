import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBrCode } from '../../../../shared/domain/br-code/build-br-code.ts';
import { parseBrCode } from '../../../../shared/domain/br-code/parse-br-code.ts';
import { anyInput, MANUAL_DYNAMIC, MANUAL_STATIC, sealed } from './samples.ts';

const fulano = {
  payloadFormat: '01',
  merchantName: 'Fulano de Tal',
  merchantCity: 'BRASILIA',
  amount: null,
  txid: null,
  currency: '986',
  country: 'BR',
  crcOk: true,
};
const asStatic = {
  ...fulano,
  pointOfInitiation: null,
  pixKey: '123e4567-e12b-12d1-a456-426655440000',
  url: null,
};
const KEY = '26330014br.gov.bcb.pix0111+5561999999';
const AFTER_AMOUNT = '5802BR5906Padoca6008BRASILIA62070503***';
const withAmount = (object: string) => sealed(`000201${KEY}520400005303986${object}${AFTER_AMOUNT}`);
const withAccount = (account: string) => sealed(`000201${account}520400005303986${AFTER_AMOUNT}`);
const withEnd = (end: string) => sealed(`000201${KEY}520400005303986${end}`);

/** The manual's dynamic sample with this txid instead of `***`. */
const withTxid = (txid: string) =>
  sealed(MANUAL_DYNAMIC.replace('62070503***', `62${txid.length + 4}05${txid.length}${txid}`).slice(0, -8));

describe('parseBrCode reads', () => {
  it("the manual's static sample", () => {
    expect(parseBrCode(MANUAL_STATIC)).toEqual({ ok: true, value: asStatic });
  });

  it("the manual's dynamic sample", () => {
    const url = 'pix.example.com/8b3da2f39a4140d1a91abd93113bd441';
    expect(parseBrCode(MANUAL_DYNAMIC)).toEqual({
      ok: true,
      value: { ...fulano, pointOfInitiation: '12', pixKey: null, url },
    });
  });

  it('a code with white space around it', () => {
    expect(parseBrCode(` ${MANUAL_STATIC}\r\n`)).toEqual({ ok: true, value: asStatic });
  });

  it('a damaged code, and says that it is damaged', () => {
    const damaged = MANUAL_STATIC.replace('Fulano', 'Sicran');
    expect(parseBrCode(damaged)).toEqual({
      ok: true,
      value: { ...asStatic, merchantName: 'Sicran de Tal', crcOk: false },
    });
  });

  it.each([
    ['54011', 100],
    ['54031.5', 150],
    ['54042.34', 234],
    ['540312.', 1200],
    ['540500.07', 7],
    ['54010', 0],
    ['54139999999999.99', 999_999_999_999],
    ['54139999999999999', 999_999_999_999_900],
    ['', null],
  ])('the amount %s', (object, amount) => {
    expect(parseBrCode(withAmount(object))).toMatchObject({ ok: true, value: { amount, crcOk: true } });
  });

  it('the Pix account among those of other arrangements, whatever its case', () => {
    const both = '26180014com.mercadopag27330014BR.GOV.BCB.PIX0111+5561999999';
    expect(parseBrCode(withAccount(both))).toMatchObject({
      ok: true,
      value: { pixKey: '+5561999999', url: null },
    });
  });

  it('a txid, and further objects beside it', () => {
    const label = '622305051234550100006BR.Ghi';
    expect(parseBrCode(withEnd(`5802BR5906Padoca6008BRASILIA${label}`))).toMatchObject({
      ok: true,
      value: { txid: '12345' },
    });
    expect(parseBrCode(withEnd('5802BR5906Padoca6008BRASILIA'))).toMatchObject({
      ok: true,
      value: { txid: null },
    });
  });

  it.each([25, 26, 32, 35])('a dynamic code that repeats the txid of its charge, %i characters', (length) => {
    const txid = 'a1'.repeat(18).slice(0, length);
    expect(parseBrCode(withTxid(txid))).toMatchObject({ ok: true, value: { txid, crcOk: true } });
  });

  it('the receiver exactly as written', () => {
    expect(parseBrCode(withEnd('5802BR5911 Bar do Zé 6009SÃO PAULO'))).toMatchObject({
      ok: true,
      value: { merchantName: ' Bar do Zé ', merchantCity: 'SÃO PAULO', crcOk: true },
    });
  });

  it('lengths counted in UTF-8 bytes, as some issuers write them', () => {
    expect(parseBrCode(withEnd('5802BR5912 Bar do Zé 6010SÃO PAULO'))).toMatchObject({
      ok: true,
      value: { merchantName: ' Bar do Zé ', merchantCity: 'SÃO PAULO', crcOk: true },
    });
  });
});

describe('parseBrCode refuses', () => {
  it.each([
    ['nothing', '', 'not-emv'],
    ['another text', 'https://example.com', 'not-emv'],
    [
      'a payload format from the future',
      sealed(MANUAL_STATIC.replace('000201', '000202').slice(0, -8)),
      'not-emv',
    ],
    ['a code cut short', MANUAL_STATIC.slice(0, -9), 'malformed'],
    ['a code without CRC', MANUAL_STATIC.slice(0, -8), 'malformed'],
    ['a CRC that is not last', `${MANUAL_STATIC}6405abcde`, 'malformed'],
    ['half a character', withEnd('5802BR5901\ufffd6008BRASILIA').replace('\ufffd', '\ud83e'), 'malformed'],
    ['lengths counted in neither way', withEnd('5802BR5911 Bar do Zé 6010SÃO PAULO'), 'malformed'],
    ['two amounts', withAmount('54041.0054049.00'), 'malformed'],
    [
      'an initiation method of its own',
      sealed(MANUAL_DYNAMIC.replace('010212', '010213').slice(0, -8)),
      'malformed',
    ],
    ['a name of 26', withEnd(`5802BR5926${'x'.repeat(26)}6008BRASILIA`), 'malformed'],
    ['a city of 16', withEnd(`5802BR5906Padoca6016${'x'.repeat(16)}`), 'malformed'],
    ['no name', withEnd('5802BR6008BRASILIA'), 'malformed'],
    ['no city', withEnd('5802BR5906Padoca'), 'malformed'],
    ['no country', withEnd('5906Padoca6008BRASILIA'), 'malformed'],
    ['no currency', sealed(`000201${KEY}52040000${AFTER_AMOUNT}`), 'malformed'],
    ['no category', sealed(`000201${KEY}5303986${AFTER_AMOUNT}`), 'malformed'],
    ['an amount of 14', withAmount('541499999999999.99'), 'malformed'],
    [
      'a txid of 26 in a static code',
      withEnd(`5802BR5906Padoca6008BRASILIA62300526${'x'.repeat(26)}`),
      'malformed',
    ],
    ['a txid of 36 in a dynamic code', withTxid('x'.repeat(36)), 'malformed'],
    ['a 62 that is no template', withEnd('5802BR5906Padoca6008BRASILIA6205hello'), 'malformed'],
    ['an account that is no template', withAccount('2605hello'), 'malformed'],
    ['two Pix accounts', withAccount(`${KEY}${KEY.replace('2633', '2733')}`), 'malformed'],
    ['a Pix account without key or URL', withAccount('26180014br.gov.bcb.pix'), 'malformed'],
    ['a key and a URL', withAccount('26390014br.gov.bcb.pix0105chave2508pix.co/a'), 'malformed'],
    [
      'more than 512 characters',
      withEnd(
        `${'5802BR5906Padoca6008BRASILIA'}${[80, 81, 82, 83, 84].map((id) => `${id}99${'x'.repeat(99)}`).join('')}`,
      ),
      'malformed',
    ],
    ['no account', withAccount(''), 'not-pix'],
    ['another arrangement', withAccount('26180014com.mercadopag'), 'not-pix'],
    ['Pix where no account may be', withAccount(KEY.replace('2633', '8033')), 'not-pix'],
    ['an amount with a comma', withAmount('54041,00'), 'bad-amount'],
    ['an amount with a sign', withAmount('5405-1.00'), 'bad-amount'],
    ['an amount with three decimals', withAmount('54051.000'), 'bad-amount'],
    ['an amount with letters', withAmount('54031e3'), 'bad-amount'],
    ['a point for an amount', withAmount('5401.'), 'bad-amount'],
  ])('%s', (_what, text, error) => {
    expect(parseBrCode(text)).toEqual({ ok: false, error });
  });

  it('nothing with a throw', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'0123456789éã🥖', '\ud83e', '\udd56'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(anyInput, fc.array(fc.tuple(fc.nat(), unit), { maxLength: 4 }), (input, changes) => {
        const built = buildBrCode(input);
        if (!built.ok) throw new Error(built.error);
        const units = built.value.split('');
        for (const [place, text] of changes) units[6 + (place % (units.length - 6))] = text;
        expect(typeof parseBrCode(units.join('')).ok).toBe('boolean');
      }),
      { numRuns: 2_000 },
    );
  });
});
