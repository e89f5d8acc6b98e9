import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../../shared/domain/charge/answer.ts';
import { payingAttempt, refundable, waitsForOperator } from '../../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../../shared/domain/charge/settled.ts';
import { transition } from '../../../../shared/domain/charge/transition.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { DAY, epochMs } from '../../../../shared/kernel/time.ts';
import * as is from './samples.ts';
import { after } from './samples.ts';

describe('money that comes late, or of another amount', () => {
  it.each(['cancelled', 'expired'] as const)('%s, then paid: late, and it waits for nobody', (status) => {
    const { charge } = after(is.SAMPLES[status], is.seen('approved'));
    expect(charge).toMatchObject({ status: 'approved', late: true, paidAmount: 1000 });
    expect(waitsForOperator(charge)).toBe(false);
    expect(isSettled(charge)).toBe(false);
    expect(isSettled(after([...is.SAMPLES[status], is.seen('approved')], is.finalized).charge)).toBe(true);
  });

  it('an order said to be closed that is payable again is cancelled once more', () => {
    const reopened = [...is.SAMPLES.cancelled, is.seen('pending')];
    expect(after(is.SAMPLES.cancelled, is.seen('pending')).effects).toEqual(['cancel 1']);
    expect(after(reopened, is.seen('cancelled')).effects).toContain('watch 1');
  });

  it('is of the order that was paid, whatever became of the money; before, of the newest', () => {
    const second = [is.lost(), is.started(2), is.opened(2)];
    const paid = [...second, is.orphanFound(), is.seen('approved', 1)];
    for (const [events, no] of [
      [second, 2],
      [paid, 1],
      [[...paid, is.seen('refund_pending')], 1],
      [[...paid, is.seen('partial_refunded')], 1],
    ] as const)
      expect(payingAttempt(is.charge(...events))?.no).toBe(no);
  });

  it('keeps asking how much, when the gateway only says that it was paid', () => {
    const unsaid = [is.opened(), is.seen('approved', 1, null)];
    expect(after([is.opened()], is.seen('approved', 1, null))).toMatchObject({
      charge: { status: 'approved', paidAmount: null, problem: { code: 'paid-other-amount' } },
      effects: expect.arrayContaining(['watch 1']) as unknown,
    });
    expect(after(unsaid, is.seen('approved')).charge).toMatchObject({ paidAmount: 1000, problem: null });
    expect(after(unsaid, is.seen('approved', 1, centavos(999))).charge.problem).toMatchObject({
      detail: '999',
    });
  });

  it('keeps asking how much, and what came, when the amount cannot be read', () => {
    expect(after([is.opened()], is.unread('approved'))).toMatchObject({
      charge: {
        status: 'approved',
        paidAmount: null,
        problem: { code: 'paid-other-amount', detail: '25.905' },
      },
      effects: expect.arrayContaining(['watch 1']) as unknown,
    });
    const unread = [is.opened(), is.unread('approved')];
    expect(answerOf(is.charge(...unread), 'none')).toBe('doubt');
    expect(after(unread, is.seen('approved')).charge).toMatchObject({ paidAmount: 1000, problem: null });
  });

  it.each(['cancelled', 'expired', 'unknown'] as const)(
    'is not spoken of by an unreadable amount beside the word %s',
    (word) => {
      expect(after([is.opened()], is.unread(word))).toEqual(after([is.opened()], is.seen(word)));
    },
  );

  it('is read on when everything was refunded and the amount that came cannot be read', () => {
    const refunded = after(is.SAMPLES.cancelling, is.unread('refunded'));
    expect(refunded.charge).toMatchObject({ status: 'refund_pending', paidAmount: null, refundedAmount: 0 });
    expect(refunded.effects).toContain('watch 1');
    const events = [...is.SAMPLES.cancelling, is.unread('refunded')];
    expect(() => is.charge(...events, is.unread('refunded'))).toThrow('nothing-new');
    const told = after(events, is.seen('refunded', 1, 999 as never)).charge;
    expect(told).toMatchObject({ status: 'refunded', paidAmount: 999, refundedAmount: 999 });
    // The gateway reports 0 as paid after a full refund: that is no amount, and the charge's own counts.
    expect(after(events, is.seen('refunded')).charge).toMatchObject({ status: 'refunded', paidAmount: 1000 });
    // What is known already needs no word.
    expect(after([is.opened(), is.seen('approved')], is.unread('refunded')).charge.status).toBe('refunded');
  });

  it('is never guessed from an amount that cannot be read, while it may stay with the shop', () => {
    const returning = [is.opened(), is.unread('refund_pending')];
    expect(is.charge(...returning)).toMatchObject({ status: 'refund_pending', paidAmount: null });
    const failed = after(returning, is.unread('approved')).charge;
    expect(failed).toMatchObject({
      status: 'approved',
      paidAmount: null,
      problem: { code: 'paid-other-amount', detail: '25.905' },
    });
    expect(answerOf(failed, 'none')).toBe('doubt');
    expect(is.charge(is.opened(), is.unread('partial_refunded')).paidAmount).toBeNull();
    expect(after(returning, is.seen('refunded')).charge).toMatchObject({ status: 'refunded' });
  });
});

describe('refunds', () => {
  it('the gateway turns a cancel into a return by itself, and the bank refuses it', () => {
    const turned = [...is.SAMPLES.cancelling, is.seen('refund_pending')];
    expect(after(is.SAMPLES.cancelling, is.seen('refund_pending')).effects).toContain('watch 1');
    expect(after(turned, is.seen('refunded')).charge).toMatchObject({
      status: 'refunded',
      refundedAmount: 1000,
    });
    expect(after(turned, is.seen('approved')).charge).toMatchObject({ status: 'approved', late: true });
  });

  it('a refused one of a sale that nobody finalized leaves the counter to the next customer', () => {
    const { charge } = after(is.SAMPLES.refund_pending, is.refundRefused());
    expect(charge).toMatchObject({ status: 'approved', late: true, problem: { code: 'refund-refused' } });
    expect(waitsForOperator(charge)).toBe(false);
    const finalized = [is.opened(), is.seen('approved'), is.finalized, is.refundRequested(300)];
    expect(after(finalized, is.refundRefused()).charge.late).toBe(false);
  });

  it('one that nobody can prove is not asked for again until it proves to be done', () => {
    const unclear = [...is.SAMPLES.refund_pending, is.refundUnclear()];
    const charge = is.charge(...unclear);
    expect(refundable(charge)).toBe(0);
    expect(transition(charge, is.refundRequested(1, 'again'), epochMs(is.START))).toMatchObject({
      error: 'exceeds-refundable',
    });
    expect(after(unclear, is.seen('refunded')).charge).toMatchObject({ status: 'refunded', problem: null });
  });

  it('a return that somebody else asked for, of an amount that nobody says', () => {
    const { charge } = after(is.SAMPLES.approved, is.seen('partial_refunded'));
    expect(charge).toMatchObject({
      status: 'partially_refunded',
      refundedAmount: 0,
      problem: { code: 'refund-unclear' },
    });
  });

  it('counts a return even when the gateway then says that nothing was paid', () => {
    const { charge } = after(is.SAMPLES.cancelling, is.seen('refunded', 1, centavos(0)));
    expect(charge).toMatchObject({ status: 'refunded', paidAmount: 1000, refundedAmount: 1000 });
  });
});

describe('more time', () => {
  it('is given once', () => {
    const given = is.charge(is.opened(), is.extended);
    expect(transition(given, is.extended, epochMs(is.START))).toMatchObject({ error: 'already-extended' });
  });

  it('cannot grow by a clock that was set back', () => {
    const { effects } = after([is.opened()], is.extended, is.START - DAY);
    expect(effects).toEqual(['time-limit 600 s']);
  });
});
