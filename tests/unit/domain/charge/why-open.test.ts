import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsShift } from '../../../../shared/domain/charge/owing.ts';
import { isSettled } from '../../../../shared/domain/charge/settled.ts';
import type { ChargeEvent } from '../../../../shared/domain/charge/event.ts';
import { whyOpen } from '../../../../shared/domain/charge/why-open.ts';
import { anyHistory } from './any-history.ts';
import * as is from './samples.ts';

/** Lost, tried again, paid and handed over, while the first order is still looked for. */
const orphaned = [is.lost(), is.started(2), is.opened(2), is.seen('approved', 2), is.finalized];

/** Lost twice, and paid at the third. */
const twiceLost = [
  is.lost(),
  is.started(2),
  is.lost(2),
  is.started(3),
  is.opened(3),
  is.seen('approved', 3),
  is.finalized,
];

describe('why a charge is not done with', () => {
  it.each([
    [[], 'waiting holds'],
    [[is.opened()], 'waiting holds'],
    [[is.opened(), is.seen('approved')], 'paid holds'],
    [[is.opened(), is.seen('approved'), is.finalized], 'null free'],
    [[is.opened(), is.givenUp()], 'cancelling holds'],
    [[is.opened(), is.givenUp(), is.seen('approved')], 'late holds'],
    [[is.opened(), is.givenUp(), is.forced()], 'forced free'],
    [[is.opened(), is.givenUp(), is.seen('cancelled')], 'null free'],
    [[is.opened(), is.seen('approved'), is.refundRequested()], 'returning holds'],
    [[is.opened(), is.seen('approved'), is.refundRequested(300), is.refundDone()], 'partly holds'],
    [[is.opened(), is.seen('approved'), is.finalized, is.refundRequested()], 'returning free'],
    [orphaned, 'searching holds'],
    // The QR of a lost attempt was never shown: one complete search frees the counter, and the search goes on.
    [[...orphaned, is.orphanUnlisted()], 'searching free'],
    [[...orphaned, is.orphanUnlisted(), is.orphanFound()], 'other-order holds'],
    [[...orphaned, is.refundRequested(), is.refundDone()], 'searching holds'],
    [[...orphaned, is.orphanUnlisted(), is.refundRequested(), is.refundDone()], 'searching free'],
    [[is.lost(), is.orphanUnlisted()], 'waiting holds'],
    [[is.lost(), is.orphanUnlisted(), is.givenUp()], 'cancelling holds'],
    [[is.lost(), is.orphanUnlisted(), is.givenUp(), is.forced()], 'forced free'],
    [[...twiceLost, is.orphanUnlisted(1)], 'searching holds'],
    [[...twiceLost, is.orphanUnlisted(1), is.orphanUnlisted(2)], 'searching free'],
    [[...orphaned, is.orphanFound()], 'other-order holds'],
    [[...orphaned, is.orphanAbsent()], 'null free'],
  ] as const)('%#: %s', (events: readonly ChargeEvent[], expected) => {
    const charge = is.charge(...events);
    expect(`${whyOpen(charge)} ${holdsShift(charge) ? 'holds' : 'free'}`).toBe(expected);
  });

  it('is there for whatever is not settled or holds the shift, whatever happened', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { after } of history)
          if (holdsShift(after) || !isSettled(after)) expect(whyOpen(after)).not.toBeNull();
      }),
    );
  });
});
