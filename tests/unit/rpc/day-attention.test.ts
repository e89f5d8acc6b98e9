import { describe, expect, it } from 'vitest';
import { FORCED_SQL } from '../../../main/core/search/day-figures.ts';
import { dayAttention } from '../../../main/core/rpc/day-attention.ts';
import { DAY, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import { setUpTill, type TestTill } from '../charges/setup-till.ts';
import { finalized, forced, givenUp, refundRequested } from '../domain/charge/samples.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';

const namedBy = ({ till }: TestTill): string[] => {
  const ids = till.ledger.db.prepare<[], { id: string }>(FORCED_SQL).all();
  return dayAttention(
    till,
    ids.map(({ id }) => id),
  ).map(({ id }) => id);
};

/** A charge that was paid and handed over. */
async function sold(shop: TestTill): Promise<string> {
  const id = shop.place();
  await shop.clock.advance(0);
  shop.gateway.always('read', says.paid(1000));
  await shop.clock.advance(3 * SECOND);
  shop.act(id, finalized);
  return id;
}

describe('what a manager must know of', () => {
  it('a signature that the gateway denies stays for a week, whoever dismisses the notice', async () => {
    const shop = setUpTill();
    const id = shop.place();
    await shop.clock.advance(0);
    shop.gateway.always('read', says.noAnswer);
    shop.gateway.always('cancel', says.noAnswer);
    shop.act(id, givenUp());
    shop.act(id, forced('paid'));
    expect(namedBy(shop)).toEqual([]);
    shop.gateway.always('cancel', says.orderWord('cancelled'));
    shop.gateway.always('read', says.reading('cancelled'));
    await shop.clock.advanceUntil(() => shop.charge(id).status === 'cancelled', 30 * MINUTE);
    expect(namedBy(shop)).toEqual([id]);
    expect(shop.till.notices.dismiss('forced-contradicted')).toBe(true);
    expect(namedBy(shop)).toEqual([id]);
    await shop.clock.advance(8 * DAY);
    expect(namedBy(shop)).toEqual([]);
  });

  it('a return of a finished sale that the bank refused, until another is asked for', async () => {
    const shop = setUpTill();
    const id = await sold(shop);
    expect(namedBy(shop)).toEqual([]);
    shop.act(id, refundRequested(300, 'refund-1'));
    shop.act(id, { type: 'refund-refused', refundId: 'refund-1', message: 'sem saldo' });
    expect(shop.charge(id)).toMatchObject({ status: 'approved', problem: { code: 'refund-refused' } });
    expect(namedBy(shop)).toEqual([id]);
    shop.act(id, refundRequested(300, 'refund-2'));
    expect(namedBy(shop)).toEqual([]);
  });

  it('an unclear refund of a finished sale, also once the gateway says that it was refused, until it is refunded', async () => {
    const shop = setUpTill();
    const id = await sold(shop);
    shop.act(id, refundRequested(1000, 'refund-1'));
    shop.act(id, { type: 'refund-unclear', refundId: 'refund-1', message: 'partial_refunded' });
    expect(namedBy(shop)).toEqual([id]);
    await shop.clock.advance(10 * MINUTE);
    expect(shop.charge(id).problem?.code).toBe('refund-refused');
    expect(namedBy(shop)).toEqual([id]);
    shop.gateway.next('refund', says.orderWord('refunded'));
    shop.act(id, refundRequested(1000, 'refund-2'));
    await shop.clock.advance(0);
    expect(namedBy(shop)).toEqual([]);
  });

  it('names what is not settled elsewhere: a refused return of a sale that nobody finished is not repeated', async () => {
    const shop = setUpTill();
    const id = shop.place();
    await shop.clock.advance(0);
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(3 * SECOND);
    shop.act(id, refundRequested(300, 'refund-1'));
    shop.act(id, { type: 'refund-refused', refundId: 'refund-1', message: 'sem saldo' });
    expect(shop.charge(id)).toMatchObject({ status: 'approved', late: true });
    expect(namedBy(shop)).toEqual([]);
  });
});
