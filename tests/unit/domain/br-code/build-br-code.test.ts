import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBrCode, type BrCodeInput } from '../../../../shared/domain/br-code/build-br-code.ts';
import { parseBrCode } from '../../../../shared/domain/br-code/parse-br-code.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { anyInput, MANUAL_DYNAMIC, MANUAL_STATIC } from './samples.ts';

const fulano = { merchantName: 'Fulano de Tal', merchantCity: 'BRASILIA', amount: null, txid: null };
const byKey: BrCodeInput = { ...fulano, kind: 'static', pixKey: '123e4567-e12b-12d1-a456-426655440000' };
const byUrl: BrCodeInput = {
  ...fulano,
  kind: 'dynamic',
  url: 'pix.example.com/8b3da2f39a4140d1a91abd93113bd441',
};

/** The code, which must be writable. */
function build(input: BrCodeInput): string {
  const built = buildBrCode(input);
  if (!built.ok) throw new Error(built.error);
  return built.value;
}

describe('buildBrCode', () => {
  it("writes the manual's samples to the letter", () => {
    expect(build(byKey)).toBe(MANUAL_STATIC);
    expect(build(byUrl)).toBe(MANUAL_DYNAMIC);
  });

  it('writes the amount with two decimals', () => {
    expect(build({ ...byKey, amount: centavos(1050) })).toContain('5303986540510.505802BR');
  });

  it.each<[string, BrCodeInput]>([
    ['bad-name', { ...byKey, merchantName: '' }],
    ['bad-name', { ...byKey, merchantName: 'x'.repeat(26) }],
    ['bad-name', { ...byKey, merchantName: 'a\nb' }],
    ['bad-name', { ...byKey, merchantName: 'a\ud83e' }],
    ['bad-city', { ...byKey, merchantCity: '' }],
    ['bad-city', { ...byKey, merchantCity: 'x'.repeat(16) }],
    ['bad-amount', { ...byKey, amount: centavos(0) }],
    ['bad-amount', { ...byKey, amount: centavos(1_000_000_000_000) }],
    ['bad-txid', { ...byKey, txid: '' }],
    ['bad-txid', { ...byKey, txid: '***' }],
    ['bad-txid', { ...byKey, txid: 'x'.repeat(26) }],
    ['bad-key', { ...byKey, pixKey: '' }],
    ['bad-key', { ...byKey, pixKey: 'a b' }],
    ['bad-key', { ...byKey, pixKey: 'x'.repeat(78) }],
    ['bad-url', { ...byUrl, url: '' }],
    ['bad-url', { ...byUrl, url: 'https://pix.example.com/a' }],
    ['bad-url', { ...byUrl, url: 'x'.repeat(78) }],
  ])('answers %s', (error, input) => {
    expect(buildBrCode(input)).toEqual({ ok: false, error });
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { merchantName, merchantCity, amount, txid } = input;
        expect(parseBrCode(build(input))).toEqual({
          ok: true,
          value: {
            payloadFormat: '01',
            pointOfInitiation: input.kind === 'dynamic' ? '12' : null,
            pixKey: input.kind === 'static' ? input.pixKey : null,
            url: input.kind === 'dynamic' ? input.url : null,
            currency: '986',
            country: 'BR',
            crcOk: true,
            merchantName,
            merchantCity,
            amount,
            txid,
          },
        });
      }),
      { numRuns: 500 },
    );
  });
});
