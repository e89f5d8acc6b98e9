import { buildBrCode } from '../../../../shared/domain/br-code/build-br-code.ts';
import { TRAINING_SHOP } from './training-shop.ts';
import type { TrainingOrder } from './training-order.ts';

/** Returns the text of an order's QR, and the link that opens the wallet's app, or null (sections 3.3 and 8.4). */
export function qrOf(order: TrainingOrder): { readonly text: string; readonly deepLink: string | null } {
  if (order.wallet === 'pix') return { text: brCodeOf(order), deepLink: null };
  if (order.wallet === 'shipay-pagador') {
    const content = JSON.stringify({ id: order.noticeId, type: 'shipay-pagador' });
    return { text: Buffer.from(content).toString('base64'), deepLink: null };
  }
  const link = `https://${order.wallet}.treinamento.invalid/pagar/${order.orderId}`;
  return { text: link, deepLink: link };
}

/** Returns a dynamic BR Code. Its address can never be fetched (RFC 6761), so no bank's app can pay it by mistake. */
function brCodeOf(order: TrainingOrder): string {
  const code = buildBrCode({
    kind: 'dynamic',
    url: `pix.treinamento.invalid/v2/${order.orderId}`,
    merchantName: TRAINING_SHOP.receiverName,
    merchantCity: TRAINING_SHOP.receiverCity,
    amount: order.total,
    txid: null,
  });
  if (!code.ok) throw new Error(`a training order has no BR Code: ${code.error}`);
  return code.value;
}
