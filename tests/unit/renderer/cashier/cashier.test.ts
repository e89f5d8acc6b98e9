import { beforeEach, describe, expect, it } from 'vitest';
import { createCashier } from '../../../../renderer/cashier/create-cashier.ts';
import { screenOf, type Screen } from '../../../../renderer/cashier/screen-of.ts';
import { ENTER_SIGN, followBurst, NO_BURST } from '../../../../shared/domain/scanner/burst.ts';
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

describe('a code on the sell screen', () => {
  let burst = NO_BURST;
  let at = 0;
  const strike = (sign: string, gapMs: number): void => {
    at += gapMs;
    burst = followBurst(burst, sign, at);
    if (sign === ENTER_SIGN) void cashier.actions.scanned(burst);
    else cashier.actions.type(sign, burst);
  };
  const scan = (code: string): void => {
    at += 1_000;
    for (const sign of code) strike(sign, 5);
  };
  const byHand = (signs: string): void => {
    for (const sign of signs) strike(sign, 120);
  };
  const SLIP = `BK7Z4F2A${ENTER_SIGN}`;
  const methods = (): readonly string[] => bridge.calls.map(({ method }) => method);

  beforeEach(() => {
    burst = NO_BURST;
    show();
  });

  it.each(['7891000100103', '78912342', '17891000100100', '35261112345678000195550010000012341000012345'])(
    'of a product or a tax document makes no charge, and the amount stays: %s',
    async (code) => {
      byHand('2590');
      scan(code + ENTER_SIGN);
      await cashier.actions.submit();
      expect(bridge.calls).toEqual([]);
      expect(cashier.entry.getState()).toMatchObject({ amount: 2_590, problem: 'barcode' });
      cashier.actions.escape();
      void cashier.actions.submit();
      expect(bridge.calls).toMatchObject([{ method: 'charge/create', input: { amount: 2_590 } }]);
    },
  );

  it.each(['', '2590', '12345678', '10+'])(
    'of a slip opens its charge, whatever is in the field: %j',
    (typed) => {
      bridge.reply('charge/by-code', { ok: true, value: paid() });
      byHand(typed);
      const before = cashier.entry.getState();
      scan(SLIP);
      expect(bridge.calls).toEqual([{ method: 'charge/by-code', input: { code: 'BK7Z4F2A' } }]);
      const { amount, requestId } = before;
      expect(cashier.entry.getState()).toMatchObject({ amount, requestId });
      expect(cashier.ui.getState().scan).toBe('');
    },
  );

  it('of a slip from a scanner without Enter waits for Enter', () => {
    byHand('2590');
    scan('BK7Z4F2A');
    expect(cashier.ui.getState().scan).toBe('BK7Z4F2A');
    expect(cashier.entry.getState()).toMatchObject({ amount: 2_590, problem: null });
    void cashier.actions.submit();
    expect(methods()).toEqual(['charge/by-code']);
  });

  it('is begun by hand with B in an empty field only; another letter is refused', () => {
    byHand('BK7Z4F2A');
    void cashier.actions.submit();
    expect(bridge.calls).toEqual([{ method: 'charge/by-code', input: { code: 'BK7Z4F2A' } }]);
    byHand('Q');
    expect(cashier.entry.getState().problem).toBe('digits-only');
    byHand('25B');
    expect(cashier.ui.getState().scan).toBe('');
    expect(cashier.entry.getState()).toMatchObject({ amount: 25, problem: 'digits-only' });
  });
});

describe('an amount that was refused', () => {
  beforeEach(() => show());

  it.each([
    ['one digit more than the limit', () => type('99999999')],
    ['a paste', () => cashier.actions.enter({ type: 'paste', text: 'R$ 1.234.567,89' })],
    ['arithmetic', () => cashier.actions.type('+', { signs: '+', from: 1, at: 1 })],
  ])('%s: Enter does nothing', async (_, refuse) => {
    type('2590');
    refuse();
    await cashier.actions.submit();
    expect(bridge.calls).toEqual([]);
    expect(cashier.entry.getState().problem).not.toBeNull();
  });

  it('is forgotten when the amount of an ended charge comes back, and the next digit replaces that', () => {
    show({ lastEnded: ended({ status: 'expired' }) });
    cashier.actions.chargeAgain(ended());
    type('5');
    expect(cashier.entry.getState()).toMatchObject({ amount: 5, problem: null });
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
    // The key said that it quits, so the open shift is no question any more.
    expect(bridge.calls[1]?.input).toEqual({ confirmed: true });
  });

  it('over an open shift is a question: staying asks nothing of main, leaving says that the person answered', async () => {
    bridge.reply('app/quit', { ok: true, value: { quitting: true } });
    show();
    bridge.push('app/quit-asked', { operator: 'Ana' });
    expect(cashier.ui.getState().quitAsked).toEqual({ operator: 'Ana' });
    cashier.actions.stay();
    expect(cashier.ui.getState().quitAsked).toBeNull();
    expect(bridge.calls).toEqual([]);
    bridge.push('app/quit-asked', { operator: 'Ana' });
    await cashier.actions.quit(true);
    expect(bridge.calls).toMatchObject([{ method: 'app/quit', input: { confirmed: true } }]);
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
