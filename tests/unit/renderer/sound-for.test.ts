import { describe, expect, it } from 'vitest';
import { soundFor } from '../../../renderer/cashier/sounds/sound-for.ts';
import { charge, ended, late, paid } from '../../support/fake-bridge/charges.ts';
import { tillView } from '../../support/fake-bridge/till-view.ts';

const empty = tillView();
const waiting = tillView({ current: charge() });

describe('what a change of the till sounds like', () => {
  it.each([
    ['paid', waiting, tillView({ current: paid() }), 'paid'],
    ['paid, seen again', tillView({ current: paid() }), tillView({ current: paid() }), null],
    ['doubt', waiting, tillView({ current: charge({ answer: 'doubt' }) }), 'attention'],
    ['expired', waiting, tillView({ lastEnded: ended({ status: 'expired' }) }), 'attention'],
    ['refused', waiting, tillView({ lastEnded: ended({ status: 'failed' }) }), 'attention'],
    ['a cancel of hers', waiting, tillView({ lastEnded: ended({ status: 'cancelling' }) }), null],
    ['a new QR', empty, waiting, null],
    ['a late payment', waiting, tillView({ current: charge(), late: [late()] }), 'late'],
    ['the same late payment', tillView({ late: [late()] }), tillView({ late: [late()] }), null],
    ['the first view', null, tillView({ current: paid() }), null],
  ])('%s', (_name, before, after, sound) => {
    expect(soundFor(before, after)).toBe(sound);
  });
});
