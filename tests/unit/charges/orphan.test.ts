import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND, DAY } from '../../../shared/kernel/time.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { setUpTill, type TestTill } from './setup-till.ts';

/** The first order got no answer; the second stands on the counter. */
async function withOrphan(): Promise<{ shop: TestTill; id: string; orphan: (word: string) => void }> {
  const shop = setUpTill();
  shop.gateway.next('create', says.noAnswer, (order) => says.opened(order, 'order-2'));
  const id = shop.place();
  await shop.clock.advance(0);
  const orphan = (word: string): void => {
    shop.gateway.always('read', ({ orderId }) =>
      orderId === 'orphan'
        ? says.reading(word as 'pending', { orderId, orderRef: `${id}-1`, paidAmount: 1000 as never })
        : says.reading('pending', { orderId, orderRef: `${id}-2` }),
    );
  };
  orphan('pending');
  return { shop, id, orphan };
}

describe('the order of a create that got no answer', () => {
  it('is found, cancelled and verified, while the customer pays the other', async () => {
    const { shop, id, orphan } = await withOrphan();
    shop.gateway.next('find', says.listed('orphan'));
    shop.gateway.next('cancel', () => {
      orphan('cancelled');
      return says.verdict('cancelled', 'orphan');
    });
    await shop.clock.advance(5 * SECOND);
    expect(shop.gateway.asked('cancel')).toEqual([[{ orderId: 'orphan', family: 'order' }]]);
    expect(shop.charge(id)).toMatchObject({
      status: 'pending',
      attempts: [{ status: 'closed' }, { status: 'open' }],
    });
    expect(shop.owed(id)).toEqual(['look-up 2', 'time-limit', 'watch 1']);
  });

  it('is searched for around the hour of the till and in the last day, each a day long at most', async () => {
    const { shop } = await withOrphan();
    await shop.clock.advance(2 * MINUTE);
    const windows = shop.gateway.asked('find').map(([, from, to]) => [from, to]);
    expect(windows.length).toBeGreaterThanOrEqual(2);
    for (const [from, to] of windows) expect(to! - from!).toBeLessThanOrEqual(DAY);
    expect(windows[0]![0]).toBeLessThan(shop.clock.now() - 11 * HOUR);
    expect(windows[0]![1]).toBeGreaterThan(shop.clock.now() + 11 * HOUR);
  });

  it('counts as never made only after several lists, a minute apart, none of them before 3 minutes', async () => {
    const { shop, id } = await withOrphan();
    await shop.clock.advance(3 * MINUTE);
    expect(shop.charge(id).attempts[0]?.status).toBe('lost');
    await shop.clock.advance(3 * MINUTE);
    expect(shop.charge(id).attempts[0]?.status).toBe('closed');
    expect(shop.gateway.asked('find').length).toBeGreaterThanOrEqual(4);
  });

  it.each([DAY, -DAY])('whatever the wall clock does meanwhile: %d ms', async (jump) => {
    const { shop, id } = await withOrphan();
    await shop.clock.advance(10 * SECOND);
    shop.clock.jump(jump);
    await shop.clock.advance(2 * MINUTE);
    expect(shop.charge(id).attempts[0]?.status).toBe('lost');
  });

  it('a list that cannot be had proves nothing', async () => {
    const { shop, id } = await withOrphan();
    shop.gateway.always('find', says.noAnswer);
    await shop.clock.advance(30 * MINUTE);
    expect(shop.charge(id).attempts[0]?.status).toBe('lost');
    expect(shop.owed(id)).toContain('find-orphan 1');
  });

  it("another shop's order in the list is left alone", async () => {
    const { shop, id } = await withOrphan();
    shop.gateway.always('find', says.listed('somebody-elses'));
    await shop.clock.advance(10 * MINUTE);
    expect(shop.gateway.asked('cancel').filter(([{ orderId }]) => orderId === 'somebody-elses')).toEqual([]);
    expect(shop.charge(id).attempts[0]?.status).toBe('closed');
  });

  it('an order in the list that this till may not read does not hide that its own is not there', async () => {
    const { shop, id } = await withOrphan();
    shop.gateway.always('find', says.listed('somebody-elses'));
    shop.gateway.always('read', ({ orderId }) =>
      orderId === 'somebody-elses'
        ? says.refused('not-found', 'Order not Found', 404)
        : says.reading('pending', { orderId }),
    );
    await shop.clock.advance(10 * MINUTE);
    expect(shop.charge(id).attempts[0]?.status).toBe('closed');
  });

  it('paid, though its QR was never shown: it rings, and the QR on the counter is taken away', async () => {
    const { shop, id, orphan } = await withOrphan();
    shop.gateway.next('find', says.listed('orphan'));
    orphan('approved');
    shop.gateway.next('cancel', ({ orderId }) => {
      shop.gateway.always('read', says.reading('cancelled', { orderId }));
      return says.verdict('cancelled', orderId);
    });
    await shop.clock.advance(10 * SECOND);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', late: true, paidAmount: 1000 });
    expect(shop.gateway.asked('cancel')).toEqual([[{ orderId: 'order-2', family: 'order' }]]);
    expect(shop.charge(id).attempts).toMatchObject([{ status: 'paid' }, { status: 'closed' }]);
  });

  it('no search of it holds up the look at the QR', async () => {
    const { shop, id } = await withOrphan();
    shop.gateway.always('find', () => new Promise(() => undefined));
    await shop.clock.advance(MINUTE);
    expect(shop.gateway.asked('read').length).toBeGreaterThan(15);
    expect(shop.owed(id)).toContain('find-orphan 1');
  });
});
