import { buildBrCode } from '../../../shared/domain/br-code/build-br-code.ts';
import type { EpochMs } from '../../../shared/kernel/time.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import { TRAINING_SHOP } from '../../../main/core/gateway/training/training-shop.ts';
import type { Sale } from './sale.ts';

/** Returns the QR text that the training gateway would return. */
export function qrText({ wallet, amount }: Sale, orderId: string): string {
  if (wallet.wallet !== 'pix') return `https://${wallet.wallet}.treinamento.invalid/pagar/${orderId}`;
  const code = buildBrCode({
    kind: 'dynamic',
    url: `pix.treinamento.invalid/v2/${orderId}`,
    merchantName: TRAINING_SHOP.receiverName,
    merchantCity: TRAINING_SHOP.receiverCity,
    amount,
    txid: null,
  });
  if (!code.ok) throw new Error(`no BR Code for a sale: ${code.error}`);
  return code.value;
}

/** Returns the payment's id. For Pix an EndToEndId: E, the bank, the minute of the payment in UTC, eleven characters. */
export function paymentId({ wallet }: Sale, at: EpochMs, random: Random): string {
  const own = Buffer.from(random.bytes(8)).toString('hex').slice(0, 11);
  if (wallet.wallet !== 'pix') return `${wallet.wallet}-${own}`;
  return `E00000000${new Date(at).toISOString().replaceAll(/\D/g, '').slice(0, 12)}${own}`;
}

/** Returns a random UUID (version 4), the form of order ids. */
export function orderUuid(random: Random): string {
  const hex = Buffer.from(random.bytes(16)).toString('hex');
  const tail = `${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${tail}`;
}
