import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../../shared/domain/charge/answer.ts';
import type { ChargeEvent } from '../../../../shared/domain/charge/event.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import * as is from './samples.ts';

const answer = (events: readonly ChargeEvent[]) => answerOf(is.charge(...events), 'none');

const twice = [
  is.lost(),
  is.started(2),
  is.opened(2),
  is.orphanFound(1),
  is.seen('approved', 2),
  is.seen('approved', 1),
];

describe('the one answer', () => {
  it.each(Object.entries(is.SAMPLES))('%s, with everything in order', (status, events) => {
    const paid = ['approved', 'partially_refunded'].includes(status);
    expect(answer(events)).toBe(paid ? 'paid' : 'not-paid');
  });

  it('an unknown word is a doubt, never unpaid', () => {
    expect(answer([is.opened(), is.seen('unknown')])).toBe('doubt');
    expect(answer([is.opened(), is.seen('unknown'), is.seen('pending')])).toBe('not-paid');
  });

  it.each([1, 999, 1001, 0, null])('paid %s of 1000 is a doubt', (paid) => {
    const amount = paid === null ? null : centavos(paid);
    expect(answer([is.opened(), is.seen('approved', 1, amount)])).toBe('doubt');
  });

  it('too little stays a doubt, whatever becomes of a refund of it', () => {
    const tooLittle = [is.opened(), is.seen('approved', 1, centavos(500)), is.refundRequested(100)];
    expect(answer([...tooLittle, is.refundDone()])).toBe('doubt');
    expect(answer([...tooLittle, is.refundRefused()])).toBe('doubt');
  });

  it('too much is paid once the rest went back', () => {
    const tooMuch = [is.opened(), is.seen('approved', 1, centavos(1300))];
    expect(answer(tooMuch)).toBe('doubt');
    expect(answer([...tooMuch, is.refundRequested(300), is.refundDone()])).toBe('paid');
    expect(answer(twice)).toBe('doubt');
    expect(answer([...twice, is.refundRequested(1000), is.refundDone()])).toBe('paid');
  });

  it('a refund that the bank refused leaves it paid, one that nobody can prove a doubt', () => {
    expect(answer([...is.SAMPLES.refund_pending, is.refundRefused()])).toBe('paid');
    expect(answer([...is.SAMPLES.refund_pending, is.refundUnclear()])).toBe('doubt');
  });
});
