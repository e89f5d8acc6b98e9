import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/kernel/result.ts';
import { DAY, epochMs, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import type { SearchPlan } from '../../../main/core/gateway/search-plan.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { finalized } from '../domain/charge/samples.ts';
import { setUpTill, type TestTill } from './setup-till.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

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

/** The gateway lists somebody else's order, whatever is asked for. */
function listsStranger({ gateway }: TestTill): void {
  gateway.always('find', () => says.listed(['stranger'], gateway.now()));
}

describe('the order of a create that got no answer', () => {
  it('is found, cancelled and verified, while the customer pays the other', async () => {
    const { shop, id, orphan } = await withOrphan();
    shop.gateway.next('find', says.listed(['orphan']));
    shop.gateway.next('cancel', () => {
      orphan('cancelled');
      return says.orderWord('cancelled', 'orphan');
    });
    await shop.clock.advance(5 * SECOND);
    expect(shop.gateway.asked('cancel')).toEqual([[{ orderId: 'orphan', family: 'order' }]]);
    expect(shop.till.settings.get().gatewayPlace).toEqual(says.LISTED_PLACE);
    expect(shop.charge(id)).toMatchObject({
      status: 'pending',
      attempts: [{ status: 'closed' }, { status: 'open' }],
    });
    expect(shop.owed(id)).toEqual(['look-up 2', 'time-limit', 'watch 1']);
  });

  it.each([0, 10 * MINUTE, 40 * MINUTE])('is found when it is listed %d ms late', async (late) => {
    const { shop, id } = await withOrphan();
    await shop.clock.advance(late);
    shop.gateway.always('find', says.listed(['orphan']));
    await shop.clock.advance(30 * MINUTE);
    expect(shop.gateway.asked('cancel')).toContainEqual([{ orderId: 'orphan', family: 'order' }]);
    expect(shop.charge(id).attempts[0]?.orderId).toBe('orphan');
  });

  it("is searched for from its start, by the gateway's clock", async () => {
    const shop = setUpTill();
    shop.gateway.always('create', says.noAnswer);
    const [first, at] = [shop.place(), shop.gateway.now()];
    await shop.clock.advance(10 * SECOND);
    expect(shop.gateway.asked('find')[0]).toEqual([`${first}-1`, at, undefined]);
    expect(shop.charge(first).attempts).toMatchObject([{ gatewayAt: at }, { gatewayAt: at }]);
  });

  it("without a beginning, when the gateway's clock was not known then", async () => {
    const shop = setUpTill();
    const theirs = shop.gateway.now()!;
    shop.gateway.setClock(() => null);
    shop.gateway.always('create', says.noAnswer);
    const id = shop.place();
    await shop.clock.advance(0);
    shop.gateway.setClock(() => theirs);
    await shop.clock.advance(10 * SECOND);
    expect(shop.charge(id).attempts[0]).toMatchObject({ gatewayAt: null, soughtAt: theirs });
    expect(shop.gateway.asked('find')[0]).toEqual([`${id}-1`, null, undefined]);
  });

  it('no search of it holds up the look at the QR', async () => {
    const { shop, id } = await withOrphan();
    shop.gateway.always('find', () => new Promise(() => undefined));
    await shop.clock.advance(MINUTE);
    expect(shop.gateway.asked('read').length).toBeGreaterThan(15);
    expect(shop.owed(id)).toContain('find-orphan 1');
  });

  it('paid, though its QR was never shown: it rings, and the QR on the counter is taken away', async () => {
    const { shop, id, orphan } = await withOrphan();
    shop.gateway.next('find', says.listed(['orphan']));
    orphan('approved');
    shop.gateway.next('cancel', ({ orderId }) => {
      shop.gateway.always('read', says.reading('cancelled', { orderId }));
      return says.orderWord('cancelled', orderId);
    });
    await shop.clock.advance(10 * SECOND);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', late: true, paidAmount: 1000 });
    expect(shop.gateway.asked('cancel')).toEqual([[{ orderId: 'order-2', family: 'order' }]]);
    expect(shop.charge(id).attempts).toMatchObject([{ status: 'paid' }, { status: 'closed' }]);
  });
});

describe('the slices of one search', () => {
  const plan: SearchPlan = { at: null, until: null, slices: [], foundIds: [] };
  const step = (rest: SearchPlan | null, ...orderIds: string[]) => {
    const found = says.listed(orderIds);
    return found.ok ? ok({ ...found.value, rest }) : found;
  };

  it('are listed one after the other until the order is found, and no further', async () => {
    const { shop, id } = await withOrphan();
    const second = { ...plan, foundIds: ['stranger'] };
    shop.gateway.next('find', step(plan), step(second, 'stranger'), step(plan, 'orphan'));
    await shop.clock.advance(10 * SECOND);
    expect(shop.gateway.asked('find').map(([, , rest]) => rest)).toEqual([undefined, plan, second]);
    expect(shop.charge(id).attempts[0]?.orderId).toBe('orphan');
  });

  it('go on with the missing one after a list that failed', async () => {
    const { shop } = await withOrphan();
    const second = { ...plan, foundIds: ['first'] };
    const unread = { ...plan, foundIds: ['first', 'unread'] };
    shop.gateway.next('find', step(plan), says.noAnswer, step(second), says.unusable, step(null));
    await shop.clock.advance(5 * MINUTE);
    const rests = (): unknown[] => shop.gateway.asked('find').map(([, , rest]) => rest);
    expect(rests().slice(0, 5)).toEqual([undefined, plan, plan, second, second]);

    // An order that was told and not read may be the one: what is told by an earlier step is not told again.
    shop.gateway.always('read', says.noAnswer);
    const before = rests().length;
    shop.gateway.next('find', step(unread, 'unread'), says.noAnswer, step(null));
    await shop.clock.advance(40 * MINUTE);
    expect(rests().slice(before, before + 3)).toEqual([undefined, unread, undefined]);
  });

  it.each([
    ['a slice that failed', says.unusable],
    ['a search without an end', step(plan)],
  ])('prove nothing with %s', async (_name, reply) => {
    const { shop, id } = await withOrphan();
    shop.gateway.always('find', (_ref, _since, rest) => (rest === undefined ? step(plan) : reply));
    await shop.clock.advance(3 * HOUR);
    expect(shop.charge(id).attempts[0]).toMatchObject({ status: 'lost', soughtAt: null });
  });

  it.each([
    ['no answer', says.noAnswer],
    ['an answer that cannot be used', says.unusable],
    ['a refusal of the keys', says.refused('credentials', 'no', 401)],
    ['a refusal that may be about its own order', says.refused('permission', 'no', 403)],
    ['an order without a reference', says.reading('pending', { orderId: 'stranger' })],
  ])('prove nothing when a listed order was not read: %s', async (_name, reply) => {
    const { shop, id } = await withOrphan();
    listsStranger(shop);
    shop.gateway.always('read', ({ orderId }) =>
      orderId === 'stranger' ? reply : says.reading('pending', { orderId, orderRef: `${id}-2` }),
    );
    await shop.clock.advance(3 * HOUR);
    expect(shop.charge(id).attempts[0]).toMatchObject({ status: 'lost', soughtAt: null });
    expect(shop.owed(id)).toContain('find-orphan 1');
  });

  it('one order that cannot be read does not hide the order behind it', async () => {
    const { shop, id } = await withOrphan();
    shop.gateway.always('find', says.listed(['stranger', 'orphan']));
    shop.gateway.always('read', ({ orderId }) =>
      orderId === 'stranger'
        ? says.refused('permission', 'no', 403)
        : says.reading('pending', { orderId, orderRef: `${id}-${orderId === 'orphan' ? 1 : 2}` }),
    );
    await shop.clock.advance(10 * SECOND);
    expect(shop.charge(id).attempts[0]?.orderId).toBe('orphan');
  });

  it.each([
    ['is of another reference', says.reading('pending', { orderId: 'stranger', orderRef: 'other' })],
    ['is not found for this till', says.refused('not-found', 'Order not Found', 404)],
  ])('a listed order that %s is left alone, and proves nothing against absence', async (_name, reply) => {
    const { shop, id } = await withOrphan();
    listsStranger(shop);
    shop.gateway.always('read', ({ orderId }) =>
      orderId === 'stranger' ? reply : says.reading('pending', { orderId, orderRef: `${id}-2` }),
    );
    await shop.clock.advance(70 * MINUTE);
    expect(shop.gateway.asked('cancel').filter(([{ orderId }]) => orderId === 'stranger')).toEqual([]);
    expect(shop.charge(id).attempts[0]?.status).toBe('closed');
  });
});

describe('closing the shift with a lost order', () => {
  it('waits for one complete search of a finished sale; the search goes on after it', async () => {
    const { shop, id } = await withOrphan();
    shop.till.shifts.begin(byWindow('ana'));
    shop.gateway.always('find', says.unusable);
    shop.gateway.always('read', says.paid(1000, 'order-2'));
    await shop.clock.advance(5 * SECOND);
    shop.act(id, finalized);
    expect(shop.till.shifts.end(byWindow('ana'))).toMatchObject({ ok: false, error: { chargeIds: [id] } });
    shop.gateway.always('find', () => says.listed([], shop.gateway.now()));
    await shop.clock.advance(2 * MINUTE);
    expect(shop.charge(id).attempts[0]).toMatchObject({
      status: 'lost',
      soughtAt: expect.any(Number) as number,
    });
    expect(shop.till.shifts.end(byWindow('ana')).ok).toBe(true);
    expect(shop.owed(id)).toContain('find-orphan 1');
    await shop.clock.advance(66 * MINUTE);
    expect(shop.charge(id).attempts[0]?.status).toBe('closed');
  });

  it('waits for the proof of a charge that was given up', async () => {
    const shop = setUpTill();
    shop.till.shifts.begin(byWindow('ana'));
    shop.gateway.always('create', says.noAnswer);
    const id = shop.place();
    await shop.clock.advance(30 * MINUTE);
    expect(shop.charge(id)).toMatchObject({
      status: 'cancelling',
      attempts: [{ status: 'lost' }, { status: 'lost' }],
    });
    expect(shop.till.shifts.end(byWindow('ana'))).toMatchObject({ ok: false, error: { chargeIds: [id] } });
    await shop.clock.advance(40 * MINUTE);
    expect(shop.charge(id)).toMatchObject({ status: 'expired' });
    expect(shop.till.shifts.end(byWindow('ana')).ok).toBe(true);
  });
});

describe('the date of a gateway', () => {
  it('is kept with the order that is absent, as the proof', async () => {
    const { shop, id } = await withOrphan();
    const { gatewayAt } = shop.charge(id).attempts[0]!;
    await shop.clock.advance(70 * MINUTE);
    const events = shop.till.ledger.log.of(id).filter(({ type }) => type.startsWith('orphan-'));
    expect(events.map(({ type }) => type)).toEqual(['orphan-unlisted', 'orphan-absent']);
    const [first, end] = events.map(({ body }) => body) as [{ gatewayAt: number }, { until: number }];
    expect(end).toMatchObject({ attempt: 1, from: gatewayAt });
    expect(end.until - first.gatewayAt).toBeGreaterThanOrEqual(65 * MINUTE);
    expect(epochMs(first.gatewayAt)).toBeGreaterThan(shop.clock.now() + 365 * DAY);
  });
});
