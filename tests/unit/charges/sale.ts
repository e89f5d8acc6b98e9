import { centavos } from '../../../shared/domain/money/centavos.ts';
import { SECOND } from '../../../shared/kernel/time.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { finalized } from '../domain/charge/samples.ts';
import { setUpTill, type TestTill } from './setup-till.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

export interface Sale {
  readonly shop: TestTill;
  readonly id: string;
  /** Asks for a refund; returns the charge's state, or why not. */
  refund(amount: number, refundId?: string): unknown;
}

/** A charge of 1000 that was paid, and finalized; its order reads as `approved` until the test says otherwise. */
export async function paidSale({ isFinalized = true } = {}): Promise<Sale> {
  const shop = setUpTill();
  const id = shop.place();
  await shop.clock.advance(0);
  shop.gateway.always('read', says.paid(1000));
  await shop.clock.advance(3 * SECOND);
  if (isFinalized) shop.act(id, finalized);
  const refund = (amount: number, refundId = 'refund-1'): unknown => {
    const asked = shop.till.service.refund(id, refundId, centavos(amount), null, byWindow('marta'));
    return asked.ok ? asked.value.status : asked.error;
  };
  return { shop, id, refund };
}

/** The same sale with 300 refunded. Its order reads as `partial_refunded`. */
export async function partlyRefundedSale(): Promise<Sale> {
  const sale = await paidSale();
  sale.shop.gateway.next('refund', says.orderWord('partial_refunded'));
  sale.refund(300, 'refund-0');
  await sale.shop.clock.advance(0);
  sale.shop.gateway.always('read', says.reading('partial_refunded'));
  return sale;
}
