import { describe, expect, it } from 'vitest';
import { refundsOf, timelineOf } from '../../../main/core/reports/timeline.ts';
import type { StoredEvent } from '../../../main/core/ledger/event-log.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import * as is from '../domain/charge/samples.ts';

const paid = [is.opened(), is.seen('approved')];
const asked = [...paid, is.refundRequested()];
const unclear = [...asked, is.refundUnclear()];

/** How each refund of a charge ended, as the payment's page shows it. */
function ends(events: readonly ChargeEvent[]): string[] {
  const stored = [is.created, ...events].map(({ type, ...body }, place) => {
    return { seq: place + 1, at: is.START + place, actor: 'marta', type, body };
  });
  const timeline = timelineOf(stored as unknown as StoredEvent[], (id) => id);
  return refundsOf(timeline, is.charge(...events)).map(({ state, endedAt }) =>
    endedAt === null ? state : `${state} at ${endedAt - is.START}`,
  );
}

describe('how a refund ended', () => {
  it.each([
    [asked, ['pending']],
    [[...asked, is.seen('unknown')], ['pending']],
    [[...asked, is.refundDone()], ['done at 4']],
    [[...asked, is.refundRefused()], ['refused at 4']],
    [[...asked, is.seen('refunded')], ['done']],
    [unclear, ['unclear at 4']],
    [[...unclear, is.seen('refund_pending')], ['unclear at 4']],
    [[...unclear, is.seen('refunded')], ['done at 5']],
    [[...unclear, is.seen('approved')], ['refused at 5']],
    [
      [...unclear, is.seen('approved'), is.refundRequested(300, 'b'), is.refundDone('b')],
      ['refused at 5', 'done at 7'],
    ],
  ] as const)('%#: %s', (events: readonly ChargeEvent[], expected) => {
    expect(ends(events)).toEqual(expected);
  });
});
