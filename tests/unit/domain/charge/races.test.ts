import { describe, expect, it } from 'vitest';
import { refundable } from '../../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../../shared/domain/charge/settled.ts';
import { transition } from '../../../../shared/domain/charge/transition.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';
import * as is from './samples.ts';
import { after } from './samples.ts';

/** One order got no answer and was found again; a second one stands on the counter. */
const twoOrders = [is.lost(), is.started(2), is.opened(2), is.orphanFound(1)];

describe('a create whose fate is not known', () => {
  it('asks a person after two that got no answer, even if a search settled the first meanwhile', () => {
    const unanswered = [is.lost(), is.started(2), is.queued(2), is.orphanAbsent(1), is.started(3)];
    expect(after(unanswered, is.lost(3)).charge.problem).toMatchObject({ code: 'no-answer-twice' });
  });

  it('does not count a request that never left', () => {
    expect(after([is.queued(), is.started(2)], is.lost(2)).charge.problem).toBeNull();
  });

  it('given up while its request is under way: it waits for what became of it', () => {
    const given = is.charge(is.givenUp());
    expect(given.status).toBe('cancelling');
    expect(after([is.givenUp()], is.opened())).toMatchObject({
      charge: { status: 'cancelling', brCode: null },
      effects: ['cancel 1'],
    });
    expect(after([is.givenUp()], is.queued()).charge.status).toBe('cancelled');
    expect(after([is.givenUp()], is.refused()).charge.status).toBe('cancelled');
    expect(after([is.givenUp()], is.lost())).toMatchObject({
      charge: { status: 'cancelling' },
      effects: ['find-orphan 1'],
    });
    expect(after([is.givenUp(), is.lost()], is.orphanAbsent()).charge.status).toBe('cancelled');
    expect(after([is.givenUp('time-limit'), is.lost()], is.orphanAbsent()).charge.status).toBe('expired');
  });

  it('an order that opens after its charge was paid through another is cancelled', () => {
    const paidByOrphan = [is.lost(), is.started(2), is.orphanFound(1), is.seen('approved', 1)];
    expect(is.charge(...paidByOrphan)).toMatchObject({ status: 'approved', late: true });
    expect(after(paidByOrphan, is.opened(2))).toMatchObject({
      charge: { status: 'approved', brCode: null },
      effects: ['cancel 2'],
    });
    expect(after(paidByOrphan, is.lost(2)).effects).toEqual(['find-orphan 2']);
    expect(after(paidByOrphan, is.queued(2)).charge.status).toBe('approved');
    expect(after(paidByOrphan, is.refused(2)).charge.status).toBe('approved');
  });
});

describe('two orders of one charge', () => {
  it('the payment of one takes the other out of the world', () => {
    expect(after(twoOrders, is.seen('approved', 1))).toMatchObject({
      charge: { status: 'approved', late: true, paidAmount: 1000 },
      effects: expect.arrayContaining(['stop look-up 2', 'cancel 2', 'stop time-limit']) as unknown,
    });
    expect(after(twoOrders, is.seen('approved', 2))).toMatchObject({
      charge: { status: 'approved', late: false },
      effects: expect.arrayContaining(['cancel 1']) as unknown,
    });
  });

  it('so does a return of the other', () => {
    const { charge, effects } = after(twoOrders, is.seen('refunded', 1));
    expect(charge).toMatchObject({ status: 'refunded', paidAmount: 1000, refundedAmount: 1000 });
    expect(effects).toContain('cancel 2');
  });

  it('both paid: it rings, and each gives back its own', () => {
    const both = [...twoOrders, is.seen('approved', 2), is.finalized, is.seen('approved', 1)];
    const charge = is.charge(...both);
    expect(charge).toMatchObject({
      status: 'approved',
      late: true,
      finalizedAt: null,
      paidAmount: 2000,
      problem: { code: 'paid-twice' },
    });
    expect(isSettled(charge)).toBe(false);
    expect(refundable(charge)).toBe(1000);
    expect(transition(charge, is.refundRequested(2000), epochMs(is.START))).toMatchObject({
      error: 'exceeds-refundable',
    });
    const first = after(both, is.refundRequested(1000, 'a'));
    expect(first.effects).toEqual(['refund 2']);
    const second = after(
      [...both, is.refundRequested(1000, 'a'), is.refundDone('a')],
      is.refundRequested(1000, 'b'),
    );
    expect(second.effects).toEqual(['refund 1']);
  });

  it('the return of one does not wipe out the payment of the other', () => {
    const events = [...twoOrders, is.seen('approved', 2), is.seen('refunded', 1)];
    expect(is.charge(...events)).toMatchObject({
      status: 'partially_refunded',
      paidAmount: 2000,
      refundedAmount: 1000,
    });
  });

  it('gives up both', () => {
    const { charge, effects } = after(twoOrders, is.givenUp());
    expect(charge.status).toBe('cancelling');
    expect(effects).toEqual(expect.arrayContaining(['cancel 1', 'cancel 2']));
    const one = [...twoOrders, is.givenUp(), is.seen('cancelled', 1)];
    expect(is.charge(...one).status).toBe('cancelling');
    expect(after(one, is.seen('cancelled', 2)).charge.status).toBe('cancelled');
  });
});
