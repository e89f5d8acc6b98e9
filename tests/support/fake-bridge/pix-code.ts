import { buildBrCode } from '../../../shared/domain/br-code/build-br-code.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';

/** A Pix code of the length that the gateway sends. */
export function buildPixCode(amount: number): string {
  const code = buildBrCode({
    kind: 'dynamic',
    url: 'qr.conexaorede.example/v2/cob/9f1c2d7ab34e4b6f8a90c1d2e3f4a5b6',
    merchantName: 'MERCEARIA SAO JORGE',
    merchantCity: 'SAO PAULO',
    amount: centavos(amount),
    txid: null,
  });
  if (!code.ok) throw new Error(`no Pix code for ${amount}: ${code.error}`);
  return code.value;
}
