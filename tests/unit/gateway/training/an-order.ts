import type { TrainingOrder } from '../../../../main/core/gateway/training/training-order.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';

/** An open Pix order of R$ 12,30, made at zero and good for an hour. */
export const anOrder = (changes: Partial<TrainingOrder> = {}): TrainingOrder => ({
  orderId: '652f385f-91f4-48cd-8e56-1fc6dec21526',
  family: 'order',
  orderRef: 'caixa1-0001-1',
  wallet: 'pix',
  pixDictKey: null,
  pixPsp: 'itau',
  total: centavos(1230),
  lines: [{ name: 'Venda', unitPrice: centavos(1230), quantity: 1 }],
  buyer: null,
  noticeId: '11111111-1111-4111-8111-111111111111',
  paymentId: 'E99999999202611231200abcdefghijk',
  createdAtMs: 0,
  updatedAtMs: 0,
  expiresAtMs: 3_600_000,
  status: 'pending',
  paid: null,
  refunded: centavos(0),
  planned: [],
  paysLate: false,
  ...changes,
});
