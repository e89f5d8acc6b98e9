import { beforeEach, describe, expect, it } from 'vitest';
import { createCashier } from '../../../../renderer/cashier/create-cashier.ts';
import { screenOf, type Screen } from '../../../../renderer/cashier/screen-of.ts';
import type { TillView } from '../../../../shared/contract/views.ts';
import { charge, ended, late, NOW, paid, unsent } from '../../../support/fake-bridge/charges.ts';
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
const restarted = { ok: false, error: { code: 'core-restarted', message: '' } } as const;

describe('Enter on the sell screen', () => {
  beforeEach(() => {
    show();
    type('2590');
  });

  it('asks for a charge of the amount by the chosen wallet', () => {
    void cashier.actions.submit();
    expect(bridge.calls).toMatchObject([
      { method: 'charge/create', input: { amount: 2_590, wallet: 'pix', pixDictKey: null } },
    ]);
  });

  it('struck twice makes one call', () => {
    void cashier.actions.submit();
    void cashier.actions.submit();
    expect(bridge.calls).toHaveLength(1);
  });

  it('after an answer that was lost asks again under the same key', async () => {
    const first = cashier.actions.submit();
    await bridge.answer(restarted);
    await first;
    expect(cashier.ui.getState().error?.code).toBe('core-restarted');
    void cashier.actions.submit();
    const [one, two] = bridge.calls.map(({ input }) => (input as { requestId: string }).requestId);
    expect(two).toBe(one);
  });

  it('for another amount asks under another key', async () => {
    bridge.reply('charge/create', restarted);
    await cashier.actions.submit();
    type('0');
    await cashier.actions.submit();
    const [one, two] = bridge.calls.map(({ input }) => (input as { requestId: string }).requestId);
    expect(two).not.toBe(one);
  });

  it('shows the charge before the core’s next view names it', async () => {
    bridge.reply('charge/create', { ok: true, value: unsent() });
    await cashier.actions.submit();
    expect(screen()).toBe('creating');
    expect(cashier.entry.getState().amount).toBe(0);
    show({ current: unsent() });
    show();
    expect(screen()).toBe('sell');
  });

  it('with nothing typed asks for nothing', async () => {
    cashier.entry.dispatch({ type: 'clear' }, 9_999_999 as never);
    await cashier.actions.submit();
    expect(bridge.calls).toHaveLength(0);
    expect(cashier.entry.getState().problem).toBe('zero');
  });
});

describe('a charge that ends', () => {
  it('by itself stays on screen until it was read', () => {
    show({ current: charge() });
    show({ lastEnded: ended({ status: 'expired' }) });
    expect(screen()).toBe('ended');
    show();
    expect(screen()).toBe('ended');
    cashier.actions.readEnd();
    expect(screen()).toBe('sell');
    show({ lastEnded: ended({ status: 'expired' }) });
    expect(screen()).toBe('sell');
  });

  it('by the cashier’s cancel is no news to her', async () => {
    show({ current: charge() });
    const cancelled = cashier.actions.cancel(charge());
    show({ cancelling: [charge({ status: 'cancelling' })], lastEnded: ended({ status: 'cancelling' }) });
    expect(screen()).toBe('sell');
    await bridge.answer({ ok: true, value: charge({ status: 'cancelling' }) });
    await cancelled;
    expect(screen()).toBe('sell');
  });

  it('while a cancel of hers was refused is news after all', async () => {
    bridge.reply('charge/cancel', { ok: false, error: { code: 'not-cancellable', message: '' } });
    show({ current: charge() });
    await cashier.actions.cancel(charge());
    show({ lastEnded: ended({ status: 'expired' }) });
    expect(screen()).toBe('ended');
  });

  it('can be charged again with one key', () => {
    show({ lastEnded: ended({ status: 'expired' }) });
    cashier.actions.chargeAgain(ended());
    expect(screen()).toBe('sell');
    expect(cashier.entry.getState().amount).toBe(2_590);
  });

  it('gives way to a late payment of the same charge', () => {
    show({ lastEnded: ended({ status: 'expired', id: late().id }) });
    show({ late: [late()] });
    expect(screen()).toBe('sell');
  });
});

describe('settling', () => {
  it('stands before a charge that was found at start, and waiting on resumes it', async () => {
    bridge.reply('charge/resume', { ok: true, value: charge() });
    show({ current: charge(), currentFound: true });
    expect(screen()).toBe('settle');
    await cashier.actions.keepWaiting(charge());
    expect(bridge.calls.map(({ method }) => method)).toEqual(['charge/resume']);
  });

  it('for the next sale goes back to the charge without a call', async () => {
    show({ current: charge() });
    cashier.actions.settle('next-sale');
    expect(screen()).toBe('settle');
    await cashier.actions.keepWaiting(charge());
    expect(bridge.calls).toEqual([]);
    expect(screen()).toBe('waiting');
  });

  it('for quitting quits once the charge is settled', async () => {
    bridge.reply('charge/finalize', { ok: true, value: paid({ finalizedAt: NOW }) });
    bridge.reply('app/quit', { ok: true, value: { quitting: true } });
    show({ current: paid() });
    bridge.push('app/quit-refused', { waitsForOperator: true, cancelling: 0 });
    expect(screen()).toBe('settle');
    await cashier.actions.finalize(paid());
    expect(bridge.calls.map(({ method }) => method)).toEqual(['charge/finalize', 'app/quit']);
  });

  it('ends with the charge', () => {
    show({ current: charge() });
    cashier.actions.settle('next-sale');
    show();
    expect(screen()).toBe('sell');
    show({ current: charge() });
    expect(screen()).toBe('waiting');
  });
});

describe('the core', () => {
  it('gone takes what it said with it', () => {
    show({ current: charge() });
    bridge.push('core/state', { state: 'down', trouble: null });
    expect(cashier.till.getState().view).toBeNull();
    expect(screen()).toBe('starting');
    show();
    expect(cashier.till.getState().core.state).toBe('up');
  });

  it('back with the charge whose answer was lost clears what was typed', () => {
    show();
    type('2590');
    bridge.push('core/state', { state: 'down', trouble: null });
    show({ current: charge() });
    expect(cashier.entry.getState().amount).toBe(0);
  });
});

describe('a late payment', () => {
  it('that was put off is forgotten once it is settled', () => {
    show({ late: [late()] });
    cashier.actions.deferLate([late().id]);
    show({ late: [late()] });
    expect(cashier.ui.getState().deferredLate).toEqual([late().id]);
    show();
    expect(cashier.ui.getState().deferredLate).toEqual([]);
  });
});
