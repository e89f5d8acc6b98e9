import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../../shared/domain/charge/answer.ts';
import { waitsForOperator } from '../../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../../shared/domain/charge/settled.ts';
import type { ChargeEvent } from '../../../../shared/domain/charge/event.ts';
import { verdictOf } from '../../../../shared/domain/charge/verdict.ts';
import { holdsShift, owesGateway } from '../../../../shared/domain/charge/owing.ts';
import * as is from './samples.ts';

const hanging = [is.created, is.opened(), is.givenUp()];
const refunding = [is.created, is.opened(), is.seen('approved'), is.refundRequested()];

/** What a charge that a manager signed for is after more was learned: verdict, settled, holds the shift, the answer. */
function after(outcome: 'paid' | 'not-paid', before: readonly ChargeEvent[], ...learned: ChargeEvent[]) {
  const charge = is.charge(...before.slice(1), is.forced(outcome), ...learned);
  return [
    charge.status,
    verdictOf(charge),
    isSettled(charge) ? 'settled' : 'open',
    holdsShift(charge) ? 'holds' : 'free',
    answerOf(charge, 'none'),
  ].join(' ');
}

describe('a charge that a manager settled without proof', () => {
  it('frees the shift and is never called paid, whatever the manager said', () => {
    for (const outcome of ['paid', 'not-paid'] as const) {
      expect(after(outcome, hanging)).toBe('cancelling unverified settled free not-paid');
      expect(after(outcome, refunding)).toBe('refund_pending unverified settled free not-paid');
    }
  });

  it('is still owed to the gateway: its keys must not be changed', () => {
    const charge = is.charge(...hanging.slice(1), is.forced());
    expect(owesGateway(charge)).toBe(true);
    expect(waitsForOperator(charge)).toBe(false);
  });

  it.each([
    ['not-paid', is.seen('cancelled'), 'cancelled confirmed settled free not-paid'],
    ['not-paid', is.seen('approved'), 'approved contradicted open holds paid'],
    ['not-paid', is.seen('refunded'), 'refunded confirmed settled free not-paid'],
    ['paid', is.seen('approved'), 'approved confirmed settled free paid'],
    ['paid', is.seen('cancelled'), 'cancelled contradicted settled free not-paid'],
    ['paid', is.seen('refunded'), 'refunded contradicted settled free not-paid'],
  ] as const)('signed as %s, and then the gateway answers: %#', (outcome, learned, expected) => {
    expect(after(outcome, hanging, learned)).toBe(expected);
  });

  it('paid with another amount contradicts both', () => {
    const other = is.seen('approved', 1, 300 as never);
    expect(after('paid', hanging, other)).toBe('approved contradicted open holds doubt');
    expect(after('not-paid', hanging, other)).toBe('approved contradicted open holds doubt');
  });

  it('whose refund was refused rings again', () => {
    expect(after('not-paid', refunding, is.refundRefused())).toBe('approved contradicted open holds paid');
    expect(after('not-paid', refunding, is.refundDone())).toBe('refunded confirmed settled free not-paid');
  });
});
