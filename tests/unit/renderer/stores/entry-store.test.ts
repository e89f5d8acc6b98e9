import { describe, expect, it } from 'vitest';
import { reduceEntry, type EntryState, type SaleAction } from '../../../../renderer/stores/entry-store.ts';
import { EMPTY_ENTRY } from '../../../../shared/domain/money/digit-entry.ts';
import { followBurst, NO_BURST } from '../../../../shared/domain/scanner/burst.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';

const LIMIT = centavos(9_999_999);

function entry(): { state: EntryState; play: (...actions: SaleAction[]) => EntryState } {
  let count = 0;
  const newId = (): string => `id-${++count}`;
  const box = { state: { ...EMPTY_ENTRY, requestId: 'id-0', idBefore: 'id-0' } as EntryState };
  return {
    get state() {
      return box.state;
    },
    play(...actions) {
      for (const action of actions) box.state = reduceEntry(box.state, action, LIMIT, newId);
      return box.state;
    },
  };
}

/** A barcode at scanner speed. */
function scan(code: string): SaleAction[] {
  let burst = NO_BURST;
  return [...code].map((sign, place) => {
    burst = followBurst(burst, sign, 1_000 + place * 5);
    return { type: 'sign', sign, burst };
  });
}

const digits = (text: string): SaleAction[] =>
  [...text].map((sign) => ({ type: 'digit', digit: Number(sign) as 0 }));

describe('the amount', () => {
  it('fills from the right', () => {
    expect(entry().play(...digits('2590')).amount).toBe(2_590);
  });

  it('loses its last digit with Backspace and all with Esc', () => {
    const { play } = entry();
    expect(play(...digits('2590'), { type: 'backspace' }).amount).toBe(259);
    expect(play({ type: 'clear' })).toMatchObject({ amount: 0, problem: null });
  });

  it('stays and says why when a digit would pass the limit', () => {
    const { play } = entry();
    expect(play(...digits('99999999'))).toMatchObject({ amount: 9_999_999, problem: 'too-large' });
    expect(play({ type: 'backspace' })).toMatchObject({ amount: 9_999_999, problem: null });
    expect(play({ type: 'backspace' })).toMatchObject({ amount: 999_999, problem: null });
  });

  it.each([
    ['R$ 1.234,56', 123_456],
    ['25,90', 2_590],
    ['25.9', 2_590],
    ['12', 1_200],
  ])('takes %s from the clipboard', (text, amount) => {
    expect(entry().play({ type: 'paste', text })).toMatchObject({ amount, problem: null });
  });

  it.each([
    ['', 'empty'],
    ['vinte e cinco', 'not-a-number'],
    ['-5,00', 'negative'],
    ['1,999', 'too-many-decimals'],
    ['100.000,00', 'too-large'],
  ])('refuses %j from the clipboard and keeps what was typed', (text, problem) => {
    expect(entry().play(...digits('800'), { type: 'paste', text })).toMatchObject({ amount: 800, problem });
  });

  it('of zero is refused when it is charged', () => {
    expect(entry().play({ type: 'submitted-empty' }).problem).toBe('zero');
  });
});

describe('the idempotency key', () => {
  it('is another one for another amount', () => {
    const { play } = entry();
    const first = play(...digits('25')).requestId;
    expect(play(...digits('9')).requestId).not.toBe(first);
    expect(play({ type: 'backspace' }).requestId).not.toBe(first);
  });

  it('is another one for another wallet', () => {
    const { play } = entry();
    const first = play(...digits('25')).requestId;
    expect(play({ type: 'wallet-changed' }).requestId).not.toBe(first);
  });

  it('stays when nothing changed: a refused digit, a refused paste, a zero in front', () => {
    const { play, state } = entry();
    expect(play(...digits('0')).requestId).toBe(state.requestId);
    const typed = play(...digits('9999999')).requestId;
    expect(play(...digits('1'), { type: 'paste', text: 'x' }).requestId).toBe(typed);
  });

  it('comes back with the amount after a barcode, so a lost answer is asked for under the same key', () => {
    const { play } = entry();
    const typed = play(...digits('2590')).requestId;
    expect(play(...scan('7891000100103'))).toMatchObject({ amount: 2_590, requestId: typed });
    expect(play({ type: 'escape' })).toMatchObject({ amount: 2_590, problem: null, requestId: typed });
  });

  it('is another one for the same amount of another sale', () => {
    const { play } = entry();
    const first = play(...digits('2590')).requestId;
    expect(play({ type: 'clear' }, ...digits('2590')).requestId).not.toBe(first);
    const again = play({ type: 'fill', amount: centavos(2_590) }).requestId;
    expect(again).not.toBe(play({ type: 'fill', amount: centavos(2_590) }).requestId);
  });
});
