import { describe, expect, it } from 'vitest';
import { refundable } from '../../../shared/domain/charge/charge.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { paidSale, partlyRefundedSale } from './sale.ts';

describe('a refund', () => {
  it('of everything', async () => {
    const { shop, id, refund } = await paidSale();
    shop.gateway.next('refund', says.orderWord('refunded'));
    expect(refund(1000)).toBe('refund_pending');
    await shop.clock.advance(0);
    expect(shop.gateway.asked('refund')).toEqual([[{ orderId: 'order-1', family: 'order' }, 1000]]);
    expect(shop.charge(id)).toMatchObject({ status: 'refunded', refundedAmount: 1000, pendingRefund: null });
    expect(shop.owed(id)).toEqual([]);
  });

  it('under way, and once more called approved by an answer that is older: it is read on', async () => {
    const { shop, id, refund } = await paidSale();
    shop.gateway.next('refund', says.orderWord('refund_pending'));
    shop.gateway.next(
      'read',
      says.paid(1000),
      says.paid(1000),
      says.reading('refund_pending'),
      says.paid(1000),
    );
    shop.gateway.always('read', says.reading('refunded'));
    refund(1000);
    await shop.clock.advance(HOUR);
    expect(shop.charge(id)).toMatchObject({ status: 'refunded', refundedAmount: 1000, problem: null });
    expect(shop.gateway.asked('refund')).toHaveLength(1);
  });

  it('under way, and approved for three readings in a row: the bank refused it', async () => {
    const { shop, id, refund } = await paidSale();
    shop.gateway.next('refund', says.orderWord('refund_pending'));
    shop.gateway.always('read', says.paid(1000));
    refund(1000);
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id).status).toBe('refund_pending');
    await shop.clock.advance(3 * MINUTE);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', problem: { code: 'refund-refused' } });
    expect(shop.gateway.asked('refund')).toHaveLength(1);
  });

  it('in parts, until nothing is left', async () => {
    const { shop, id, refund } = await partlyRefundedSale();
    expect(shop.charge(id)).toMatchObject({ status: 'partially_refunded', refundedAmount: 300 });
    expect(refund(800, 'refund-2')).toBe('exceeds-refundable');
    shop.gateway.next('refund', says.orderWord('partial_refunded'));
    refund(700, 'refund-3');
    await shop.clock.advance(0);
    expect(shop.charge(id)).toMatchObject({ status: 'refunded', refundedAmount: 1000 });
    expect(refundable(shop.charge(id))).toBe(0);
  });

  it('one at a time, and each request once, for ever', async () => {
    const { shop, id, refund } = await paidSale();
    shop.gateway.next('refund', says.orderWord('partial_refunded'));
    refund(300);
    expect(refund(300)).toBe('refund_pending');
    expect(refund(300, 'refund-2')).toBe('not-applicable');
    await shop.clock.advance(0);
    expect(refund(300)).toBe('partially_refunded');
    expect(refund(400)).toBe('request-id-reused');
    expect(shop.gateway.asked('refund')).toHaveLength(1);
    expect(shop.charge(id).refundedAmount).toBe(300);
  });

  it.each([
    ['HTTP 200 with approved', says.orderWord('approved')],
    ['a clear no', says.refused('invalid', 'no funds')],
  ])(
    'that the bank will not give (%s): the money stays, and it may be asked for again',
    async (_, answer) => {
      const { shop, id, refund } = await paidSale();
      shop.gateway.next('refund', answer, says.orderWord('refunded'));
      refund(1000);
      await shop.clock.advance(0);
      expect(shop.charge(id)).toMatchObject({
        status: 'approved',
        late: false,
        problem: { code: 'refund-refused' },
      });
      expect(shop.owed(id)).toEqual([]);
      refund(1000, 'refund-2');
      await shop.clock.advance(0);
      expect(shop.charge(id)).toMatchObject({ status: 'refunded', problem: null });
    },
  );

  it('that takes its time is asked about, and never asked for again', async () => {
    const { shop, id, refund } = await paidSale();
    shop.gateway.next('refund', says.orderWord('refund_pending'));
    shop.gateway.always('read', says.reading('refund_pending'));
    refund(1000);
    await shop.clock.advance(DAY);
    expect(shop.charge(id).status).toBe('refund_pending');
    expect(shop.gateway.asked('refund')).toHaveLength(1);
    shop.gateway.always('read', says.reading('refunded'));
    await shop.clock.advance(10 * MINUTE);
    expect(shop.charge(id)).toMatchObject({ status: 'refunded', refundedAmount: 1000 });
  });

  it('that was taken, and then refused by the bank: refused, and not asked for again', async () => {
    const { shop, id, refund } = await paidSale();
    shop.gateway.next('refund', says.orderWord('refund_pending'));
    shop.gateway.next('read', says.reading('refund_pending'), says.paid(1000));
    refund(1000);
    await shop.clock.advance(HOUR);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', problem: { code: 'refund-refused' } });
    expect(shop.gateway.asked('refund')).toHaveLength(1);
  });

  it('that never left is no doubt: it is simply asked for when the connection is back', async () => {
    const { shop, id, refund } = await partlyRefundedSale();
    shop.gateway.next('refund', says.unreachable, says.unreachable, says.orderWord('partial_refunded'));
    refund(200);
    await shop.clock.advance(MINUTE);
    expect(shop.gateway.asked('refund')).toHaveLength(4);
    expect(shop.charge(id)).toMatchObject({
      status: 'partially_refunded',
      refundedAmount: 500,
      problem: null,
    });
  });

  it('"already refunded" is looked up', async () => {
    const { shop, id, refund } = await paidSale();
    shop.gateway.next('refund', says.refused('already-final', 'Order already refunded'));
    shop.gateway.always('read', says.reading('refunded'));
    refund(1000);
    await shop.clock.advance(10 * SECOND);
    expect(shop.charge(id)).toMatchObject({ status: 'refunded', refundedAmount: 1000 });
  });

  it('of a part, and the gateway says that all has gone: all has gone', async () => {
    const { shop, id, refund } = await paidSale();
    shop.gateway.next('refund', says.orderWord('refunded'));
    refund(300);
    await shop.clock.advance(0);
    expect(shop.charge(id)).toMatchObject({ status: 'refunded', refundedAmount: 1000, pendingRefund: null });
  });
});

describe('a refund whose answer was lost', () => {
  it.each([says.noAnswer, says.unusable])(
    'and that went: it is found out, and not asked for again',
    async (failure) => {
      const { shop, id, refund } = await paidSale();
      shop.gateway.next('refund', failure);
      shop.gateway.always('read', says.reading('partial_refunded'));
      refund(300);
      await shop.clock.advance(10 * SECOND);
      expect(shop.charge(id)).toMatchObject({ status: 'partially_refunded', refundedAmount: 300 });
      expect(shop.gateway.asked('refund')).toHaveLength(1);
    },
  );

  it('and that did not go: it is asked for again, but not before that is sure', async () => {
    const { shop, id, refund } = await paidSale();
    shop.gateway.next('refund', says.noAnswer, says.orderWord('partial_refunded'));
    refund(300);
    await shop.clock.advance(3 * MINUTE - SECOND);
    expect(shop.gateway.asked('refund')).toHaveLength(1);
    await shop.clock.advance(3 * MINUTE);
    expect(shop.gateway.asked('refund')).toHaveLength(2);
    expect(shop.charge(id)).toMatchObject({ status: 'partially_refunded', refundedAmount: 300 });
  });

  it('and that did not go, by a clock that was set ahead: a minute later nothing is sure yet', async () => {
    const { shop, refund } = await paidSale();
    shop.gateway.next('refund', says.noAnswer);
    refund(300);
    await shop.clock.advance(SECOND);
    shop.clock.jump(DAY);
    await shop.clock.advance(MINUTE);
    expect(shop.gateway.asked('refund')).toHaveLength(1);
  });

  it('and that goes only after a while: once, though it read as approved at first', async () => {
    const { shop, id, refund } = await paidSale();
    shop.gateway.next('refund', says.noAnswer);
    shop.gateway.next('read', says.paid(1000), says.paid(1000));
    shop.gateway.always('read', says.reading('partial_refunded'));
    refund(300);
    await shop.clock.advance(10 * MINUTE);
    expect(shop.gateway.asked('refund')).toHaveLength(1);
    expect(shop.charge(id).refundedAmount).toBe(300);
  });

  it.each([
    ['another part', 200],
    ['all the rest', 700],
  ])(
    'of %s, after one part went: no word proves it, so a person is told and it is read on',
    async (_, amount) => {
      const { shop, id, refund } = await partlyRefundedSale();
      shop.gateway.next('refund', says.noAnswer);
      refund(amount);
      await shop.clock.advance(DAY);
      expect(shop.gateway.asked('refund')).toHaveLength(2);
      expect(shop.charge(id)).toMatchObject({
        status: 'partially_refunded',
        refundedAmount: 300,
        pendingRefund: null,
        problem: { code: 'refund-unclear', detail: 'partial_refunded' },
      });
      expect(shop.owed(id)).toEqual(['watch 1']);
      expect(refund(100, 'refund-9')).toBe('exceeds-refundable');
    },
  );

  it('of everything, and a part is said to have gone: that is no proof either', async () => {
    const { shop, id, refund } = await paidSale();
    shop.gateway.next('refund', says.noAnswer);
    shop.gateway.always('read', says.reading('partial_refunded'));
    refund(1000);
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id).problem?.code).toBe('refund-unclear');
  });

  it('a whole asked for and a part given is a doubt at once', async () => {
    const { shop, id, refund } = await paidSale();
    shop.gateway.next('refund', says.orderWord('partial_refunded'));
    refund(1000);
    await shop.clock.advance(0);
    expect(shop.charge(id)).toMatchObject({ refundedAmount: 0, problem: { code: 'refund-unclear' } });
  });

  it('because the process died with the request on its way', async () => {
    const { shop, id, refund } = await partlyRefundedSale();
    shop.gateway.next('refund', () => new Promise(() => undefined));
    refund(200);
    await shop.clock.advance(0);
    shop.crash();
    shop.start();
    await shop.clock.advance(MINUTE);
    expect(shop.gateway.asked('refund')).toHaveLength(2);
    expect(shop.charge(id).problem?.code).toBe('refund-unclear');
  });
});
