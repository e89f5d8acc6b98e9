import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../../shared/domain/charge/answer.ts';
import { liveAttempt, waitsForOperator, type Charge } from '../../../../shared/domain/charge/charge.ts';
import { transition } from '../../../../shared/domain/charge/transition.ts';
import { isForward } from '../../../support/till/forward.ts';
import { anyHistory, type Step } from './any-history.ts';
import { owedAfter } from './owed.ts';
import * as is from './samples.ts';

const always = (holds: (step: Step) => void): void =>
  fc.assert(
    fc.property(anyHistory, (steps) => {
      for (const step of steps) holds(step);
    }),
    { numRuns: 1500 },
  );

const kept = ({ paidAmount, refundedAmount, pendingRefund }: Charge): number =>
  (paidAmount ?? 0) - refundedAmount - (pendingRefund?.amount ?? 0);

describe('in every history of a charge', () => {
  it('the version grows by one with each event', () => {
    always(({ before, after }) => expect(after.version).toBe(before.version + 1));
  });

  it('states are left only for the states that product.md and the protocol name', () => {
    always(({ event, before, after }) => {
      expect(isForward(before, after), `${before.status} to ${after.status} by ${event.type}`).toBe(true);
    });
  });

  it('no charge is called ended while an order of it may be payable', () => {
    const ends = ['cancelled', 'expired', 'failed'];
    always(({ event, before, after }) => {
      if (!ends.includes(after.status) || ends.includes(before.status)) return;
      const states = after.attempts.map(({ status }) => status);
      for (const status of ['sent', 'lost', 'open'] as const)
        expect(states, `${after.status} by ${event.type}`).not.toContain(status);
    });
  });

  it('one request is under way at most, and one QR is payable at most', () => {
    always(({ after }) => {
      const sent = after.attempts.filter(({ status }) => status === 'sent');
      expect(sent.length).toBeLessThanOrEqual(1);
      if (sent.length === 1) expect(liveAttempt(after)).toBe(sent[0]);
      if (after.status === 'pending') expect(liveAttempt(after)?.status).toBe('open');
    });
  });

  it('every order that can still be paid, found or refunded, or whose refund is unclear, has its job', () => {
    fc.assert(
      fc.property(anyHistory, (steps) => {
        const owed = new Set(['create 1', 'time-limit']);
        for (const step of steps) {
          owedAfter(owed, step);
          const { after } = step;
          for (const { no, status, orderId } of after.attempts) {
            const shown = after.status === 'pending' && liveAttempt(after)?.no === no;
            if (status === 'sent') expect(owed).toContain(`create ${no}`);
            if (status === 'lost') expect(owed).toContain(`find-orphan ${no}`);
            if (status === 'open') expect(owed).toContain(`${shown ? 'look-up' : 'cancel'} ${no}`);
            if (status === 'closed' && orderId !== null) expect(owed).toContain(`watch ${no}`);
            if (status === 'returning' || status === 'unclear') expect(owed).toContain(`watch ${no}`);
          }
          if (after.pendingRefund !== null) expect(owed).toContain(`refund ${after.pendingRefund.attempt}`);
          const ends = ['queued', 'creating', 'pending'].includes(after.status);
          expect(owed.has('time-limit'), after.status).toBe(ends);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('money that arrived is never forgotten, and no more goes back than came', () => {
    always(({ before, after }) => {
      expect(after.paidAmount ?? 0).toBeGreaterThanOrEqual(before.paidAmount ?? 0);
      expect(after.refundedAmount).toBeGreaterThanOrEqual(before.refundedAmount);
      expect(kept(after)).toBeGreaterThanOrEqual(0);
      for (const attempt of after.attempts)
        expect(attempt.refundedAmount).toBeLessThanOrEqual(attempt.paidAmount ?? 0);
    });
  });

  it('what is called paid was paid in full', () => {
    always(({ after }) => {
      if (answerOf(after, 'none') !== 'paid') return;
      expect(['approved', 'partially_refunded']).toContain(after.status);
      expect([after.paidAmount, kept(after)]).toContain(after.amount);
    });
  });

  it('a charge that stopped waiting for its operator never takes the counter again', () => {
    always(({ before, after }) => {
      if (!waitsForOperator(before)) expect(waitsForOperator(after)).toBe(false);
    });
  });

  it('an answer asked for before the last change is not applied', () => {
    always(({ before, after, at }) => {
      for (const { no, orderId } of after.attempts) {
        const stale = transition(after, is.seen('approved', no, is.AMOUNT, before.version), at);
        if (orderId !== null) expect(stale).toEqual({ ok: false, error: 'stale' });
      }
    });
  });

  it('no reading finalizes a sale, or settles it without proof', () => {
    always(({ event, before, after }) => {
      if (event.type !== 'seen') return;
      expect([before.finalizedAt, null]).toContain(after.finalizedAt);
      expect(after.forced).toBe(before.forced);
    });
  });

  it('an unclear refund is cleared only by a full refund, by a refund under way, or by `approved` with nothing refunded', () => {
    always(({ event, before, after }) => {
      for (const [place, { status, refundedAmount }] of before.attempts.entries()) {
        const next = after.attempts[place];
        if (status !== 'unclear' || next?.status === 'unclear') continue;
        if (event.type !== 'seen') throw new Error(event.type);
        expect(['refunded', 'refund_pending', 'approved']).toContain(event.word);
        if (event.word === 'approved') expect(refundedAmount).toBe(0);
      }
    });
  });

  it('every effect names an order that there is', () => {
    always(({ after, effects }) => {
      for (const effect of effects) {
        if (effect.kind === 'time-limit') expect(effect.dueInMs).toBeGreaterThanOrEqual(0);
        else if (effect.kind !== 'stop' || effect.of !== 'time-limit')
          expect(after.attempts.map(({ no }) => no)).toContain(effect.attempt);
      }
    });
  });

  it('no look counts twice: the gateway saying the same again changes nothing', () => {
    always(({ event, after, at }) => {
      if (event.type !== 'seen') return;
      const again = transition(after, { ...event, askedAt: after.version }, at);
      expect(again.ok, event.word).toBe(false);
    });
  });

  it('the events alone, as they are stored, make the same charge', () => {
    fc.assert(
      fc.property(anyHistory, (steps) => {
        let folded: Charge = is.charge();
        for (const { event, at } of steps) {
          const stored = JSON.parse(JSON.stringify(event)) as typeof event;
          const outcome = transition(folded, stored, at);
          if (!outcome.ok) throw new Error(outcome.error);
          folded = outcome.value.charge;
        }
        expect(folded).toEqual(steps.at(-1)?.after ?? is.charge());
      }),
    );
  });
});
