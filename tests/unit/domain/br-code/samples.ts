import fc from 'fast-check';
import type { BrCodeInput } from '../../../../shared/domain/br-code/build-br-code.ts';
import { crc16 } from '../../../../shared/domain/br-code/crc16.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';

/** The static and the dynamic sample of BACEN's Manual de Padrões para Iniciação do Pix. */
export const MANUAL_STATIC =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D';
export const MANUAL_DYNAMIC =
  '00020101021226700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***630464E4';

/** Puts a right CRC under a code written by hand, so that a test meets the rule it is about and not the CRC. */
export const sealed = (body: string): string => `${body}6304${crc16(`${body}6304`)}`;

const printable = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 77,
});
const name = (maxLength: number) =>
  fc
    .string({
      unit: fc.oneof(
        fc.constantFrom(...'ABCXYZabcxyz 0189&.-ÁÉÍÓÚÃÕÇáéíóúãõç'),
        fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
        fc.constant('🥖'),
      ),
      minLength: 1,
      maxLength,
    })
    .filter((text) => [...text].length <= maxLength);
const txid = fc.stringMatching(/^[A-Za-z0-9]{1,25}$/);
const common = {
  merchantName: name(25),
  merchantCity: name(15),
  amount: fc.option(fc.integer({ min: 1, max: 999_999_999_999 }).map(centavos)),
  txid: fc.option(txid),
};

/** Anything that `buildBrCode` must be able to write. */
export const anyInput: fc.Arbitrary<BrCodeInput> = fc.oneof(
  fc.record({ kind: fc.constant('static' as const), pixKey: printable, ...common }),
  fc.record({
    kind: fc.constant('dynamic' as const),
    url: printable.filter((url) => !/^https?:/i.test(url)),
    ...common,
  }),
);
