import { describe, expect, it } from 'vitest';
import { soundFor, type Audible } from '../../../../renderer/cashier/sounds/sound-for.ts';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import type { TillView } from '../../../../shared/contract/views.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';
import { charge, ended, late, paid } from '../../../support/fake-bridge/charges.ts';
import { tillView } from '../../../support/fake-bridge/till-view.ts';

const still = (view: TillView | null, shown: ChargeView | null = null): Audible => ({ view, ended: shown });
const empty = still(tillView());
const waiting = still(tillView({ current: charge() }));
const expired = ended({ status: 'expired' });
const mismatch = ended({ status: 'cancelling', problem: { code: 'qr-mismatch', detail: 'amount-mismatch' } });
const otherKeys = tillView({
  notices: [
    { id: 'keys-changed-outside', code: 'keys-changed-outside', detail: 'x.example', at: epochMs(0) },
  ],
});

describe('what a change of the till sounds like', () => {
  it.each([
    ['paid', waiting, still(tillView({ current: paid() })), 'paid'],
    ['paid, seen again', still(tillView({ current: paid() })), still(tillView({ current: paid() })), null],
    ['doubt', waiting, still(tillView({ current: charge({ answer: 'doubt' }) })), 'attention'],
    ['an end that is news', waiting, still(tillView({ lastEnded: expired }), expired), 'attention'],
    ['the same end, read on', still(tillView(), expired), still(tillView(), expired), null],
    ['a cancel of hers', waiting, still(tillView({ lastEnded: ended({ status: 'cancelling' }) })), null],
    ['a QR that is not the sale’s', waiting, still(tillView({ lastEnded: mismatch }), mismatch), 'late'],
    [
      'a QR that the customer’s screen refused',
      waiting,
      still(tillView({ customerSees: 'qr-refused' })),
      'late',
    ],
    ['a new QR', empty, waiting, null],
    ['a late payment', waiting, still(tillView({ current: charge(), late: [late()] })), 'late'],
    ['the same late payment', still(tillView({ late: [late()] })), still(tillView({ late: [late()] })), null],
    ['keys that changed outside, in the first view', still(null), still(otherKeys), 'late'],
    ['the same keys, seen again', still(otherKeys), still(otherKeys), null],
    ['the first view', still(null), still(tillView({ current: paid() })), null],
  ])('%s', (_name, before, after, sound) => {
    expect(soundFor(before, after)).toBe(sound);
  });
});
