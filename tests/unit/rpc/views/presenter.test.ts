import { describe, expect, it } from 'vitest';
import { ShopView } from '../../../../shared/contract/shop.ts';
import { TillView } from '../../../../shared/contract/views.ts';
import { HOUR, MINUTE, SECOND } from '../../../../shared/kernel/time.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import * as says from '../../../support/gateway/scripted-gateway.ts';
import { finalized, givenUp, refundRequested } from '../../domain/charge/samples.ts';
import { setUpWindows } from './setup-windows.ts';

describe('the views', () => {
  it('come at once to whoever begins to look, and fit the contract', async () => {
    const shop = await setUpWindows();
    const id = shop.place();
    await shop.clock.advance(0);
    const seen: unknown[] = [];
    const cancel = shop.presenter.sources['till/view'].subscribe((view) => seen.push(view));
    expect(seen).toMatchObject([{ current: { id, status: 'pending', answer: 'not-paid' } }]);
    cancel();
    shop.till.touch();
    await shop.clock.advance(0);
    expect(seen).toHaveLength(1);
    for (const view of shop.cashier) expect(TillView.parse(view)).toEqual(view);
  });

  it('tell main whether a shift is open, at once and when it closes', async () => {
    const shop = await setUpWindows();
    const seen: boolean[] = [];
    shop.presenter.sources['till/at-work'].subscribe(({ shiftOpen }) => seen.push(shiftOpen));
    for (const act of ['end', 'begin'] as const) {
      expect(shop.till.shifts[act](shop.by).ok).toBe(true);
      await shop.clock.advance(0);
    }
    expect([seen[0], ...seen.slice(1).filter((shiftOpen, at) => shiftOpen !== seen[at])]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('are one for all that happens in one turn', async () => {
    const shop = await setUpWindows();
    const before = shop.cashier.length;
    for (let times = 0; times < 50; times++) shop.till.touch();
    shop.place();
    expect(shop.cashier.length).toBe(before);
    shop.gateway.always('create', () => new Promise(() => undefined));
    await shop.clock.advance(0);
    expect(shop.cashier.length - before).toBeLessThanOrEqual(2);
  });

  it('tell the end of a charge for 8 seconds, or until the next', async () => {
    const shop = await setUpWindows();
    const id = shop.place();
    await shop.clock.advance(0);
    shop.act(id, givenUp());
    await shop.clock.advance(8 * SECOND - 1);
    expect(shop.screen().kind).toBe('cancelled');
    expect(shop.cashier.at(-1)?.lastEnded?.id).toBe(id);
    await shop.clock.advance(1);
    expect(shop.screen().kind).toBe('idle');
    expect(shop.cashier.at(-1)?.lastEnded).toBeNull();
    const next = shop.place();
    await shop.clock.advance(0);
    shop.act(next, givenUp());
    await shop.clock.advance(SECOND);
    shop.place();
    await shop.clock.advance(0);
    expect(shop.screen().kind).toBe('qr');
    await shop.clock.advance(10 * SECOND);
    expect(shop.screen().kind).toBe('qr');
  });

  it('tell that the customer had paid and has the money back, though it took longer than the news of the cancel', async () => {
    const shop = await setUpWindows();
    const id = shop.place();
    await shop.clock.advance(0);
    // The payment crossed the cancel, and the gateway answers the DELETE with a return that takes its time.
    shop.gateway.always('read', says.reading('refund_pending', { paidAmount: centavos(1000) }));
    shop.act(id, givenUp());
    await shop.clock.advance(20 * SECOND);
    expect(shop.cashier.at(-1)).toMatchObject({ lastEnded: null, returning: [{ id, paidAmount: 1000 }] });
    shop.gateway.always('read', says.reading('refunded', { paidAmount: centavos(1000) }));
    await shop.clock.advanceUntil(() => shop.cashier.at(-1)?.lastEnded?.status === 'refunded', 2 * MINUTE);
    expect(shop.cashier.at(-1)).toMatchObject({
      lastEnded: { id, status: 'refunded', refundedAmount: 1000, finalizedAt: null },
      returning: [],
    });
    expect(shop.screen().kind).toBe('idle');
  });

  it('keep the end up to date while it is told', async () => {
    const shop = await setUpWindows();
    const id = shop.place();
    await shop.clock.advance(0);
    shop.gateway.next('read', says.noAnswer);
    shop.act(id, givenUp());
    await shop.clock.advance(0);
    expect(shop.cashier.at(-1)?.lastEnded?.status).toBe('cancelling');
    await shop.clock.advance(5 * SECOND);
    expect(shop.cashier.at(-1)?.lastEnded?.status).toBe('cancelled');
  });

  it('say what the customer sees, as that screen reports it, and nothing when it is gone', async () => {
    const shop = await setUpWindows();
    const source = shop.presenter.sources['customer/view'];
    const cancel = source.subscribe(() => undefined);
    source.acknowledged?.({ shows: 'qr' });
    await shop.clock.advance(0);
    expect(shop.cashier.at(-1)?.customerSees).toBe('qr');
    const views = shop.cashier.length;
    source.acknowledged?.({ shows: 'qr' });
    await shop.clock.advance(0);
    expect(shop.cashier).toHaveLength(views);
    cancel();
  });

  it('survive that the till is closed and another takes its place', async () => {
    const shop = await setUpWindows();
    shop.place();
    await shop.clock.advance(0);
    shop.till.touch();
    shop.presenter.detach();
    shop.crash();
    const [cashier, customer] = [shop.cashier.length, shop.customer.length];
    shop.presenter.setModeChosen(true);
    shop.presenter.sources['till/view'].subscribe((view) => shop.cashier.push(view));
    await shop.clock.advance(10 * SECOND);
    expect([shop.cashier.length, shop.customer.length]).toEqual([cashier, customer]);
    shop.start();
    shop.presenter.attach(shop.till);
    await shop.clock.advance(0);
    expect(shop.cashier.at(-1)).toMatchObject({ currentFound: true });
  });
});

describe("the cashier's view", () => {
  it('names what only the machine owes, and what rings', async () => {
    const shop = await setUpWindows();
    const cancelling = shop.place();
    await shop.clock.advance(0);
    shop.gateway.always('read', says.noAnswer);
    shop.act(cancelling, givenUp());
    await shop.clock.advance(0);
    expect(shop.cashier.at(-1)).toMatchObject({ current: null, cancelling: [{ id: cancelling }], late: [] });
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(MINUTE);
    expect(shop.cashier.at(-1)).toMatchObject({
      cancelling: [],
      late: [{ id: cancelling, late: true, answer: 'paid' }],
    });
    shop.act(cancelling, finalized);
    await shop.clock.advance(0);
    expect(shop.cashier.at(-1)).toMatchObject({ late: [] });
  });

  it('hides no sale that was partly given back before anybody finalized it', async () => {
    const shop = await setUpWindows();
    const id = shop.place();
    await shop.clock.advance(0);
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(3 * SECOND);
    shop.gateway.next('refund', says.orderWord('partial_refunded'));
    shop.act(id, refundRequested(300));
    await shop.clock.advance(0);
    expect(shop.cashier.at(-1)).toMatchObject({
      current: null,
      late: [{ id, status: 'partially_refunded' }],
    });
    shop.act(id, finalized);
    await shop.clock.advance(0);
    expect(shop.cashier.at(-1)).toMatchObject({ late: [], today: { total: 700, count: 1 } });
  });

  it('adds up the day: what was paid less what went back, of the store day', async () => {
    const shop = await setUpWindows();
    for (const amount of [1000, 1000]) {
      const id = shop.place();
      await shop.clock.advance(0);
      shop.gateway.always('read', ({ orderId }) => says.paid(amount, orderId));
      await shop.clock.advance(3 * SECOND);
      shop.act(id, finalized);
    }
    const cancelled = shop.place();
    shop.act(cancelled, givenUp());
    await shop.clock.advance(0);
    expect(shop.cashier.at(-1)?.today).toMatchObject({ day: '2026-03-02', total: 2000, count: 2 });
    expect(shop.cashier.at(-1)?.today.rows).toHaveLength(3);
  });

  it('names what the closing of the shift is refused for, also a finished sale whose first order is looked for', async () => {
    const shop = await setUpWindows();
    shop.gateway.next('create', says.noAnswer);
    shop.gateway.always('find', says.unusable);
    const id = shop.place();
    await shop.clock.advanceUntil(() => shop.charge(id).status === 'pending', MINUTE);
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advanceUntil(() => shop.charge(id).status === 'approved', MINUTE);
    shop.act(id, finalized);
    await shop.clock.advance(0);
    expect(shop.charge(id).attempts).toMatchObject([{ status: 'lost' }, { status: 'paid' }]);
    expect(shop.cashier.at(-1)?.unsettled).toMatchObject([
      { charge: { id, settled: true }, why: 'searching', holdsShift: true, ways: ['wait'] },
    ]);
    expect(shop.till.shifts.end(shop.by)).toMatchObject({ ok: false, error: { chargeIds: [id] } });
    shop.gateway.always('find', () => says.listed([], shop.gateway.now()));
    await shop.clock.advanceUntil(() => shop.cashier.at(-1)?.unsettled[0]?.holdsShift === false, 5 * MINUTE);
    expect(shop.till.shifts.end(shop.by).ok).toBe(true);
    expect(shop.cashier.at(-1)?.unsettled).toMatchObject([{ charge: { id }, why: 'searching' }]);
    await shop.clock.advanceUntil(() => shop.cashier.at(-1)?.unsettled.length === 0, 70 * MINUTE);
    expect(shop.cashier.at(-1)?.unsettled).toEqual([]);
  });

  it('names a return on its way of a finished sale, which holds nothing up', async () => {
    const shop = await setUpWindows();
    const id = shop.place();
    await shop.clock.advance(0);
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(3 * SECOND);
    shop.act(id, finalized);
    shop.gateway.always('refund', says.noAnswer);
    shop.act(id, refundRequested(300));
    await shop.clock.advance(0);
    expect(shop.cashier.at(-1)).toMatchObject({
      returning: [],
      unsettled: [{ charge: { id }, why: 'returning', holdsShift: false, ways: ['wait'] }],
    });
  });

  it('tell the manager’s screens the shop, and how far the ledger has come', async () => {
    const shop = await setUpWindows();
    const told: ShopView[] = [];
    const cancel = shop.presenter.sources['manager/shop'].subscribe((view) => told.push(view));
    const id = shop.place();
    await shop.clock.advance(0);
    const [first, last] = [told[0], told.at(-1)];
    expect(first).toMatchObject({
      zone: 'America/Sao_Paulo',
      day: '2026-03-02',
      printer: false,
      unsettled: [],
    });
    expect(last).toMatchObject({ unsettled: [{ charge: { id }, why: 'waiting', holdsShift: true }] });
    expect(last?.seq).toBeGreaterThan(first?.seq ?? Infinity);
    for (const view of told) expect(ShopView.parse(view)).toEqual(view);
    cancel();
    shop.till.touch();
    await shop.clock.advance(0);
    expect(told.at(-1)).toBe(last);
  });

  it('begins a new day at midnight, though nothing happens', async () => {
    const shop = await setUpWindows();
    const days: string[] = [];
    shop.presenter.sources['manager/shop'].subscribe(({ day }) => days.push(day));
    // From noon in UTC: it is midnight in São Paulo 15 hours later.
    await shop.clock.advance(15 * HOUR - 1);
    expect(new Set(days)).toEqual(new Set(['2026-03-02']));
    await shop.clock.advance(1);
    expect(days.at(-1)).toBe('2026-03-03');
    expect(shop.cashier.at(-1)?.today.day).toBe('2026-03-03');
  });

  it('shows no PIN and no trainer outside training', async () => {
    const shop = await setUpWindows();
    shop.presenter.setTrainingPhone('http://127.0.0.1:1/phone');
    await shop.clock.advance(0);
    expect(shop.cashier.at(-1)).toMatchObject({
      mode: 'production',
      trainingPins: null,
      trainingPhoneUrl: null,
    });
  });
});
