import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCashier } from '../../../../renderer/cashier/create-cashier.ts';
import { screenOf, type Screen } from '../../../../renderer/cashier/screen-of.ts';
import type { TillView } from '../../../../shared/contract/views.ts';
import { charge, ended, NOW, paid, unsent } from '../../../support/fake-bridge/charges.ts';
import { recordingBridge, type RecordingBridge } from '../../../support/fake-bridge/recording-bridge.ts';
import { tillView } from '../../../support/fake-bridge/till-view.ts';

let bridge: RecordingBridge;
let cashier: ReturnType<typeof createCashier>;

beforeEach(() => {
  bridge = recordingBridge();
  cashier = createCashier(bridge);
  cashier.follow();
});

const show = (patch: Partial<TillView> = {}): void => bridge.push('till/view', tillView(patch));
const screen = (): Screen['kind'] => screenOf(cashier.till.getState().view, cashier.ui.getState()).kind;
const type = (amount: string): void => {
  for (const sign of amount)
    cashier.entry.dispatch({ type: 'digit', digit: Number(sign) as 0 }, 9_999_999 as never);
};

describe('an amount under one real', () => {
  beforeEach(() => {
    show();
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is asked about once, and a double Enter does not answer', () => {
    type('25');
    void cashier.actions.submit();
    void cashier.actions.submit();
    expect(bridge.calls).toEqual([]);
    vi.advanceTimersByTime(400);
    void cashier.actions.submit();
    expect(bridge.calls).toMatchObject([{ method: 'charge/create', input: { amount: 25 } }]);
  });

  it('is asked about again after it was changed', () => {
    type('25');
    void cashier.actions.submit();
    vi.advanceTimersByTime(1_000);
    cashier.actions.backspace();
    void cashier.actions.submit();
    expect(bridge.calls).toEqual([]);
  });

  it.each(['100', '2590'])('and not from one real on: %s', (amount) => {
    type(amount);
    void cashier.actions.submit();
    expect(bridge.calls).toHaveLength(1);
  });
});

describe('after a sale', () => {
  it('an Enter without an amount says nothing for a second', async () => {
    vi.useFakeTimers();
    show({ current: paid() });
    bridge.reply('charge/finalize', { ok: true, value: paid({ finalizedAt: NOW }) });
    await cashier.actions.finalize(paid());
    show();
    vi.advanceTimersByTime(999);
    await cashier.actions.submit();
    expect(cashier.entry.getState().problem).toBeNull();
    vi.advanceTimersByTime(1);
    await cashier.actions.submit();
    expect(cashier.entry.getState().problem).toBe('zero');
    vi.useRealTimers();
  });

  it('what was typed over it is the next amount, also while the core still names the sale', async () => {
    show({ current: paid() });
    cashier.ui.setState({ isNextSale: true });
    type('25');
    bridge.reply('charge/finalize', { ok: true, value: paid({ finalizedAt: NOW }) });
    await cashier.actions.finalizeForNext(paid());
    show({ current: paid() });
    expect(cashier.entry.getState().amount).toBe(25);
    show();
    expect(cashier.entry.getState().amount).toBe(25);
    expect(cashier.ui.getState().isNextSale).toBe(false);
  });

  it('what was typed over a sale that could not be finalized is gone', async () => {
    show({ current: paid() });
    cashier.ui.setState({ isNextSale: true });
    type('25');
    bridge.reply('charge/finalize', { ok: false, error: { code: 'storage-failed', message: '' } });
    await cashier.actions.finalizeForNext(paid());
    expect(cashier.entry.getState().amount).toBe(0);
  });
});

describe('the wallet of a sale', () => {
  const picpay = { wallet: 'picpay', pixDictKey: null };
  const created = () =>
    bridge.calls.filter(({ method }) => method === 'charge/create').map(({ input }) => input);

  it('is the chosen one for one charge, and the default one for the next', async () => {
    show();
    bridge.reply('charge/create', { ok: true, value: unsent() });
    cashier.actions.chooseWallet(picpay);
    type('2590');
    await cashier.actions.submit();
    type('100');
    await cashier.actions.submit();
    expect(created()).toMatchObject([picpay, { wallet: 'pix', pixDictKey: null }]);
  });

  it('is the default one if the till does not have the chosen one any more', async () => {
    show();
    cashier.actions.chooseWallet({ wallet: 'gone', pixDictKey: null });
    type('2590');
    void cashier.actions.submit();
    expect(created()).toMatchObject([{ wallet: 'pix' }]);
  });

  it('changes over a QR: the charge is cancelled, and another one of the same amount is asked for', async () => {
    show({ current: charge() });
    bridge.reply('charge/cancel', { ok: true, value: charge({ status: 'cancelling' }) });
    bridge.reply('charge/create', {
      ok: true,
      value: unsent({ ...picpay, id: '01K7Z000000000000000000BBB' }),
    });
    await cashier.actions.changeWallet(charge(), picpay);
    expect(bridge.calls.map(({ method }) => method)).toEqual(['charge/cancel', 'charge/create']);
    expect(created()).toMatchObject([{ amount: 2_590, ...picpay }]);
    show({
      lastEnded: ended({ status: 'cancelled' }),
      current: unsent({ id: '01K7Z000000000000000000BBB' }),
    });
    expect(screen()).toBe('creating');
  });

  it('does not change over a charge that cannot be cancelled', async () => {
    show({ current: charge() });
    bridge.reply('charge/cancel', { ok: false, error: { code: 'not-cancellable', message: '' } });
    await cashier.actions.changeWallet(charge(), picpay);
    await cashier.actions.correctAmount(charge());
    expect(created()).toEqual([]);
    expect(cashier.entry.getState().amount).toBe(0);
  });
});

describe('the amount of a QR', () => {
  it('is corrected: the charge is cancelled, and the first digit replaces its amount', async () => {
    show({ current: charge({ wallet: 'picpay' }) });
    bridge.reply('charge/cancel', { ok: true, value: charge({ status: 'cancelling' }) });
    await cashier.actions.correctAmount(charge({ wallet: 'picpay' }));
    show({ lastEnded: ended({ status: 'cancelled' }) });
    expect(screen()).toBe('sell');
    expect(cashier.entry.getState()).toMatchObject({ amount: 2_590, isFilled: true });
    type('777');
    void cashier.actions.submit();
    expect(bridge.calls.at(-1)).toMatchObject({ input: { amount: 777, wallet: 'picpay' } });
  });
});
