import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { givenUp } from '../domain/charge/samples.ts';
import { setUpTill, type TestTill } from './setup-till.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

async function cancelled(): Promise<{ shop: TestTill; id: string; reads: () => number }> {
  const shop = setUpTill();
  const id = shop.place();
  await shop.clock.advance(0);
  shop.act(id, givenUp());
  await shop.clock.advance(0);
  shop.gateway.always('read', says.reading('cancelled'));
  const before = shop.gateway.asked('read').length;
  return { shop, id, reads: () => shop.gateway.asked('read').length - before };
}

describe('after a cancel', () => {
  it('watches the order: hot for a minute, warm for an hour, cold for a day, and then no more', async () => {
    const { shop, id, reads } = await cancelled();
    await shop.clock.advance(MINUTE);
    expect(reads()).toBe(12);
    await shop.clock.advance(HOUR);
    expect(reads()).toBeGreaterThanOrEqual(12 + 29);
    expect(reads()).toBeLessThanOrEqual(12 + 31);
    await shop.clock.advance(DAY);
    expect(shop.owed(id)).toEqual([]);
    expect(reads()).toBe(89);
  });

  it('money that comes late rings at any stage', async () => {
    for (const wait of [10 * SECOND, 30 * MINUTE, 20 * HOUR]) {
      const { shop, id } = await cancelled();
      await shop.clock.advance(wait);
      shop.gateway.always('read', says.paid(1000));
      await shop.clock.advance(30 * MINUTE);
      expect(shop.charge(id)).toMatchObject({ status: 'approved', late: true, finalizedAt: null });
      expect(shop.till.ledger.charges.waiting()).toBeNull();
    }
  });

  it('an order that opens again is cancelled again, and watched from the start', async () => {
    const { shop, id } = await cancelled();
    await shop.clock.advance(10 * MINUTE);
    shop.gateway.next('read', says.reading('pending'), says.reading('pending'));
    await shop.clock.advance(2 * MINUTE + SECOND);
    expect(shop.gateway.asked('cancel')).toHaveLength(2);
    expect(shop.charge(id)).toMatchObject({ status: 'cancelled', attempts: [{ status: 'closed' }] });
    expect(shop.owed(id)).toEqual(['watch 1']);
    expect(shop.job(id, 'watch')?.step).toBeLessThan(15);
  });

  it('a night without a connection ends no watch', async () => {
    const { shop, id } = await cancelled();
    await shop.clock.advance(10 * MINUTE);
    shop.gateway.always('read', says.unreachable);
    await shop.clock.advance(2 * DAY);
    expect(shop.owed(id)).toEqual(['watch 1']);
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(15 * MINUTE);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', late: true });
  });

  it('a payment of an amount that is not said yet is asked about until it is', async () => {
    const { shop, id } = await cancelled();
    const unsaid = says.reading('approved', { paidAmount: null });
    shop.gateway.always('read', unsaid);
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', paidAmount: null });
    await shop.clock.advance(2 * DAY);
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(HOUR);
    expect(shop.charge(id)).toMatchObject({ paidAmount: 1000, problem: null });
    expect(shop.owed(id)).toEqual([]);
  });

  it('a full refund that the gateway denies for minutes is unclear, and watched until it is clear', async () => {
    const { shop, id } = await cancelled();
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(5 * SECOND);
    shop.gateway.next('refund', says.orderWord('refunded'));
    shop.till.service.refund(id, 'refund-1', shop.charge(id).amount, null, byWindow('marta'));
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id)).toMatchObject({ status: 'refunded', problem: null });
    await shop.clock.advance(10 * MINUTE);
    expect(shop.charge(id)).toMatchObject({
      status: 'partially_refunded',
      refundedAmount: 1000,
      problem: { code: 'refund-unclear', detail: 'approved' },
    });
    await shop.clock.advance(DAY);
    shop.gateway.always('read', says.reading('refunded'));
    await shop.clock.advance(HOUR);
    expect(shop.charge(id)).toMatchObject({ status: 'refunded', problem: null });
    expect(shop.owed(id)).toEqual([]);
  });
});
