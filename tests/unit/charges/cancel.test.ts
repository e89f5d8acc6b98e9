import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { finalized, givenUp } from '../domain/charge/samples.ts';
import { setUpTill, type TestTill } from './setup-till.ts';

async function cancelling(prepare: (shop: TestTill) => void): Promise<{ shop: TestTill; id: string }> {
  const shop = setUpTill();
  const id = shop.place();
  await shop.clock.advance(0);
  prepare(shop);
  shop.act(id, givenUp());
  await shop.clock.advance(0);
  return { shop, id };
}

describe('a cancel', () => {
  it('reads first, and the body of the answer decides', async () => {
    const { shop, id } = await cancelling(() => undefined);
    expect(shop.gateway.calls.slice(-2).map(({ method }) => method)).toEqual(['read', 'cancel']);
    expect(shop.charge(id).status).toBe('cancelled');
    expect(shop.owed(id)).toEqual(['watch 1']);
  });

  it('answered with pending: it is still payable, so it is cancelled again', async () => {
    const { shop, id } = await cancelling(({ gateway }) => {
      gateway.next('cancel', says.orderWord('pending'), says.orderWord('pending'));
    });
    expect(shop.charge(id).status).toBe('cancelling');
    await shop.clock.advance(30 * SECOND);
    expect(shop.gateway.asked('cancel')).toHaveLength(3);
    expect(shop.charge(id).status).toBe('cancelled');
  });

  it('an order that is paid already is not cancelled: that would give the money back', async () => {
    const { shop, id } = await cancelling(({ gateway }) => gateway.always('read', says.paid(1000)));
    expect(shop.gateway.asked('cancel')).toEqual([]);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', late: true, paidAmount: 1000 });
    // A cancel that left before this was known may still turn the payment into a return: it is looked at for a while.
    expect(shop.owed(id)).toEqual(['watch 1']);
    await shop.clock.advance(7 * MINUTE);
    expect(shop.owed(id)).toEqual([]);
  });

  it('paid between the look and the cancel, with the money kept: late', async () => {
    const { shop, id } = await cancelling(({ gateway }) => {
      gateway.next('read', says.reading('pending'), says.paid(1000));
      gateway.next('cancel', says.orderWord('approved'));
    });
    expect(shop.charge(id)).toMatchObject({
      status: 'approved',
      late: true,
      paidAmount: 1000,
      endToEndId: 'Eorder-1',
    });
  });

  it('turned into a return by the gateway: booked as paid and given back', async () => {
    const { shop, id } = await cancelling(({ gateway }) => {
      gateway.next('read', says.reading('pending'), says.reading('refunded', { paidAmount: 1000 as never }));
      gateway.next('cancel', says.orderWord('refunded'));
    });
    expect(shop.charge(id)).toMatchObject({ status: 'refunded', paidAmount: 1000, refundedAmount: 1000 });
    expect(shop.owed(id)).toEqual([]);
  });

  it('turned into a return that takes its time: asked about until it is over, longer than a day', async () => {
    const { shop, id } = await cancelling(({ gateway }) => {
      gateway.always('read', says.reading('refund_pending'));
      gateway.next('read', says.reading('pending'));
      gateway.next('cancel', says.orderWord('refund_pending'));
    });
    expect(shop.charge(id).status).toBe('refund_pending');
    await shop.clock.advance(3 * DAY);
    expect(shop.owed(id)).toEqual(['watch 1']);
    shop.gateway.always('read', says.reading('refunded'));
    await shop.clock.advance(HOUR);
    expect(shop.charge(id).status).toBe('refunded');
    expect(shop.owed(id)).toEqual([]);
  });

  it('turned into a refund that the bank refuses: the money is with the shop, and it rings', async () => {
    const { shop, id } = await cancelling(({ gateway }) => {
      gateway.always('read', says.reading('refund_pending'));
      gateway.next('read', says.reading('pending'));
      gateway.next('cancel', says.orderWord('refund_pending'));
    });
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(MINUTE);
    // The word has to last: it can be older than the refund.
    expect(shop.charge(id)).toMatchObject({ status: 'refund_pending' });
    await shop.clock.advance(5 * MINUTE);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', late: true });
    expect(shop.act(id, finalized).finalizedAt).not.toBeNull();
  });

  it('"already cancelled" is no end: the order is read again', async () => {
    const { shop, id } = await cancelling(({ gateway }) => {
      gateway.next('cancel', says.refused('already-final', 'Order already cancelled'));
      gateway.next('read', says.reading('pending'), says.reading('cancelled'));
    });
    expect(shop.charge(id).status).toBe('cancelling');
    await shop.clock.advance(5 * SECOND);
    expect(shop.charge(id).status).toBe('cancelled');
  });

  it('goes on for ever, across restarts', async () => {
    const { shop, id } = await cancelling(({ gateway }) => {
      gateway.always('read', says.unreachable);
      gateway.always('wallets', says.unreachable);
    });
    await shop.clock.advance(2 * DAY);
    expect(shop.owed(id)).toEqual(['cancel 1']);
    shop.crash();
    shop.start();
    await shop.clock.advance(HOUR);
    expect(shop.charge(id).status).toBe('cancelling');
    shop.gateway.always('read', says.reading('pending'));
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id).status).toBe('cancelled');
  });

  it('with unknown words waits for known ones, and cancels nothing meanwhile', async () => {
    const { shop, id } = await cancelling(({ gateway }) => gateway.always('read', says.reading('unknown')));
    await shop.clock.advance(HOUR);
    expect(shop.gateway.asked('cancel')).toEqual([]);
    expect(shop.owed(id)).toEqual(['cancel 1']);
  });
});
