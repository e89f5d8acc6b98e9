import { describe, expect, it } from 'vitest';
import type { ChargeEvent } from '../../../../shared/domain/charge/event.ts';
import { owesGateway } from '../../../../shared/domain/charge/owing.ts';
import * as is from './samples.ts';

const paid = [is.opened(), is.seen('approved')];
const sold = [...paid, is.finalized];
const refunding = [...sold, is.refundRequested()];

describe('the keys of the gateway may be changed', () => {
  it.each<[string, readonly ChargeEvent[], boolean]>([
    ['is payable', [is.opened()], false],
    ['is given up and not ended yet', [is.opened(), is.givenUp()], false],
    ['is paid and not finalized', paid, false],
    ['is finalized', sold, true],
    ['is finalized, with a refund under way', refunding, false],
    ['is finalized, with a refund that the gateway began', [...sold, is.seen('refund_pending')], false],
    ['is finalized, with a refund that was refused', [...refunding, is.refundRefused()], true],
    ['is refunded', [...refunding, is.refundDone()], true],
    ['was cancelled', [is.opened(), is.givenUp(), is.seen('cancelled')], true],
  ])('while a charge %s: %#', (_what, events, may) => {
    expect(owesGateway(is.charge(...events))).toBe(!may);
  });
});
