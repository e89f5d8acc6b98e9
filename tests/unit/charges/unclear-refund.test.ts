import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../shared/domain/charge/verdict.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/kernel/time.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { forced } from '../domain/charge/samples.ts';
import { paidSale, type Sale } from './sale.ts';
import type { TestTill } from './setup-till.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

const words = (shop: TestTill, id: string): unknown[] =>
  shop.till.ledger.log
    .of(id)
    .filter(({ type, body }) => type === 'seen' && body['word'] === 'unknown')
    .map(({ body }) => body['rawWord']);

/** A refund whose request got no answer, and whose order has said nothing of it for a day. */
async function doubted(asked = 1000, own?: Parameters<typeof paidSale>[0]): Promise<Sale> {
  const sale = await paidSale(own);
  sale.shop.gateway.next('refund', says.noAnswer);
  sale.shop.gateway.always('read', says.reading('unknown'));
  sale.refund(asked);
  await sale.shop.clock.advance(DAY);
  return sale;
}

describe('a refund whose order says nothing of it', () => {
  it.each(['unknown', 'pending', 'cancelled', 'expired'] as const)(
    '%s: is read for ever, across restarts, and a person is told once',
    async (word) => {
      const { shop, id, refund } = await paidSale();
      const detail = word === 'unknown' ? 'in_analysis' : word;
      shop.gateway.next('refund', says.noAnswer);
      shop.gateway.always('read', says.reading(word));
      refund(1000);
      await shop.clock.advance(30 * MINUTE);
      expect(shop.charge(id)).toMatchObject({ status: 'refund_pending', problem: null });
      await shop.clock.advance(DAY);
      expect(shop.charge(id).problem).toEqual({ code: 'unknown-word', detail });
      shop.crash();
      shop.start();
      await shop.clock.advance(3 * DAY);
      expect(shop.charge(id)).toMatchObject({ status: 'refund_pending', pendingRefund: { amount: 1000 } });
      expect(shop.owed(id)).toEqual(['refund 1']);
      expect(words(shop, id)).toEqual([detail]);
      const reads = shop.gateway.asked('read').length;
      await shop.clock.advance(DAY);
      expect(shop.gateway.asked('read').length - reads).toBe(4);
      expect(shop.gateway.asked('refund')).toHaveLength(1);
      shop.gateway.always('read', says.reading('refunded'));
      await shop.clock.advance(6 * HOUR);
      expect(shop.charge(id)).toMatchObject({ status: 'refunded', refundedAmount: 1000, problem: null });
      expect(shop.owed(id)).toEqual([]);
    },
  );

  it('is read every half hour on the second day', async () => {
    const { shop } = await doubted();
    const reads = shop.gateway.asked('read').length;
    await shop.clock.advance(HOUR);
    expect(shop.gateway.asked('read').length - reads).toBe(2);
  });

  it('and then says that a part was refunded, of which nothing was before: that part', async () => {
    const { shop, id } = await doubted(300);
    shop.gateway.always('read', says.reading('partial_refunded'));
    await shop.clock.advance(HOUR);
    expect(shop.charge(id)).toMatchObject({
      status: 'partially_refunded',
      refundedAmount: 300,
      problem: null,
    });
  });

  it('and then that it is under way: the problem is over, and the refund is read on', async () => {
    const { shop, id } = await doubted();
    shop.gateway.always('read', says.reading('refund_pending'));
    await shop.clock.advance(HOUR);
    expect(shop.charge(id)).toMatchObject({ status: 'refund_pending', problem: null });
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(HOUR);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', problem: { code: 'refund-refused' } });
    expect(shop.gateway.asked('refund')).toHaveLength(1);
  });

  it('and then that the order is paid: it is asked for again once that is sure', async () => {
    const { shop, id } = await doubted();
    shop.gateway.always('read', says.paid(1000));
    shop.gateway.next('refund', says.orderWord('refunded'));
    await shop.clock.advanceUntil(() => shop.charge(id).problem === null, HOUR);
    expect(shop.charge(id).status).toBe('refund_pending');
    expect(shop.gateway.asked('refund')).toHaveLength(1);
    await shop.clock.advance(10 * MINUTE);
    expect(shop.gateway.asked('refund')).toHaveLength(2);
    expect(shop.charge(id)).toMatchObject({ status: 'refunded', refundedAmount: 1000 });
  });

  it('was taken before: an order that is paid again means that the bank refused', async () => {
    const { shop, id, refund } = await paidSale();
    shop.gateway.next('refund', says.orderWord('refund_pending'));
    shop.gateway.always('read', says.reading('unknown'));
    refund(1000);
    await shop.clock.advance(DAY);
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(HOUR);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', problem: { code: 'refund-refused' } });
    expect(shop.gateway.asked('refund')).toHaveLength(1);
  });

  it('in another wording each time: told once; in a new one that lasts: once more', async () => {
    const { shop, id } = await doubted();
    let count = 0;
    shop.gateway.always('read', () => says.reading('unknown', { rawWord: `queue ${count++}` }));
    await shop.clock.advance(10 * DAY);
    expect(words(shop, id)).toEqual(['in_analysis']);
    shop.gateway.always('read', says.reading('unknown', { rawWord: 'on hold\n' }));
    await shop.clock.advance(10 * DAY);
    expect(words(shop, id)).toEqual(['in_analysis', 'on hold\n']);
    expect(shop.charge(id).problem?.detail).toBe('on hold');
  });

  it.each([
    ['not-paid', 'confirmed'],
    ['paid', 'contradicted'],
  ] as const)(
    'settled as %s without proof: it is read on, and what it says counts',
    async (outcome, verdict) => {
      const { shop, id } = await doubted(1000, { isFinalized: false });
      shop.act(id, forced(outcome));
      await shop.clock.advance(3 * DAY);
      expect(verdictOf(shop.charge(id))).toBe('unverified');
      shop.gateway.always('read', says.reading('refunded'));
      await shop.clock.advance(6 * HOUR);
      expect(shop.charge(id)).toMatchObject({ status: 'refunded', refundedAmount: 1000 });
      expect(verdictOf(shop.charge(id))).toBe(verdict);
      expect(shop.till.ledger.charges.dayTotals(shop.charge(id).businessDay).netCentavos).toBe(0);
    },
  );
});

/** A finalized sale whose refund of everything was answered with "a part". */
async function unclear(): Promise<Sale> {
  const sale = await paidSale();
  sale.shop.gateway.next('refund', says.orderWord('partial_refunded'));
  sale.shop.gateway.always('read', says.reading('partial_refunded'));
  sale.refund(1000);
  await sale.shop.clock.advance(0);
  return sale;
}

describe('an unclear refund', () => {
  it('is watched for ever, ever more seldom, and learned when the gateway says so', async () => {
    const { shop, id } = await unclear();
    await shop.clock.advance(10 * DAY);
    expect(shop.charge(id).problem?.code).toBe('refund-unclear');
    expect(shop.owed(id)).toEqual(['watch 1']);
    const reads = shop.gateway.asked('read').length;
    await shop.clock.advance(DAY);
    expect(shop.gateway.asked('read').length - reads).toBe(4);
    shop.gateway.always('read', says.reading('refunded'));
    await shop.clock.advance(6 * HOUR);
    expect(shop.charge(id)).toMatchObject({ status: 'refunded', refundedAmount: 1000, problem: null });
    expect(shop.owed(id)).toEqual([]);
  });

  it('did not happen, once the order reads as paid for some minutes: the sale stays finalized as it was', async () => {
    const { shop, id, refund } = await unclear();
    const { finalizedAt } = shop.charge(id);
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(2 * MINUTE);
    expect(shop.charge(id).status).toBe('partially_refunded');
    expect(await shop.till.askGatewayAbout(id)).toBe(true);
    expect(shop.charge(id).status).toBe('partially_refunded');
    expect(refund(1000, 'refund-2')).toBe('exceeds-refundable');
    await shop.clock.advance(10 * MINUTE);
    expect(shop.charge(id)).toMatchObject({
      status: 'approved',
      finalizedAt,
      problem: { code: 'refund-refused', detail: 'approved' },
    });
    expect(shop.owed(id)).toEqual([]);
    expect(refund(1000, 'refund-2')).toBe('refund_pending');
  });

  it('did not happen, of a sale that is not finalized: a person is needed again', async () => {
    const { shop, id, refund } = await paidSale({ isFinalized: false });
    shop.gateway.next('refund', says.orderWord('partial_refunded'));
    refund(1000);
    await shop.clock.advance(HOUR);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', late: true, finalizedAt: null });
  });

  it('stays unclear when the gateway only read an older state', async () => {
    const { shop, id } = await unclear();
    const { version } = shop.charge(id);
    for (let times = 0; times < 10; times++) {
      shop.gateway.next('read', says.paid(1000), says.reading('partial_refunded'));
      await shop.clock.advance(5 * MINUTE);
    }
    expect(shop.charge(id)).toMatchObject({ version, problem: { code: 'refund-unclear' } });
  });

  it('asked for by somebody else, and then an unknown word: told after hours, cleared by a clear word', async () => {
    const { shop, id } = await paidSale();
    const seen = { type: 'seen', attempt: 1, askedAt: 99, paidAmount: null, endToEndId: null } as const;
    shop.act(id, { ...seen, word: 'refund_pending', rawWord: 'refund_pending' });
    shop.gateway.always('read', says.reading('unknown'));
    await shop.clock.advance(DAY);
    expect(shop.charge(id).problem).toEqual({ code: 'unknown-word', detail: 'in_analysis' });
    expect(words(shop, id)).toHaveLength(1);
    shop.gateway.always('read', says.reading('refunded'));
    await shop.clock.advance(HOUR);
    expect(shop.charge(id)).toMatchObject({ status: 'refunded', problem: null });
  });
});

describe('the closing of a shift', () => {
  it('reads each unclear refund once more, and does not wait for it', async () => {
    const { shop, id } = await unclear();
    shop.till.shifts.begin(byWindow('ana'));
    await shop.clock.advance(10 * DAY);
    const reads = shop.gateway.asked('read').length;
    shop.gateway.always('read', says.reading('refunded'));
    expect(shop.till.shifts.end(byWindow('ana')).ok).toBe(true);
    await shop.clock.advance(0);
    expect(shop.gateway.asked('read').length - reads).toBe(1);
    expect(shop.charge(id).status).toBe('refunded');
  });

  it('that a pending refund holds up reads it, and can then be asked for again', async () => {
    const { shop } = await doubted(1000, { isFinalized: false });
    shop.till.shifts.begin(byWindow('ana'));
    shop.gateway.always('read', says.reading('refunded'));
    expect(shop.till.shifts.end(byWindow('ana'))).toMatchObject({
      ok: false,
      error: { code: 'unsettled-charge' },
    });
    await shop.clock.advance(0);
    expect(shop.till.shifts.end(byWindow('ana')).ok).toBe(true);
  });
});
