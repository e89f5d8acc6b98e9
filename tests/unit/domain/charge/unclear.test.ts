import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../../shared/domain/charge/answer.ts';
import { refundable } from '../../../../shared/domain/charge/charge.ts';
import type { ChargeEvent, RemoteWord } from '../../../../shared/domain/charge/event.ts';
import { holdsShift } from '../../../../shared/domain/charge/owing.ts';
import { transition } from '../../../../shared/domain/charge/transition.ts';
import { verdictOf } from '../../../../shared/domain/charge/verdict.ts';
import { waysOut } from '../../../../shared/domain/charge/ways-out.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';
import { cell } from './cell.ts';
import * as is from './samples.ts';

const paid = [is.opened(), is.seen('approved')];
const asked = [...paid, is.refundRequested(300)];
const returning = [...paid, is.seen('refund_pending')];
const unclear = [...paid, is.refundRequested(), is.refundUnclear()];
const afterPart = [...asked, is.refundDone(), is.refundRequested(200, 'b'), is.refundUnclear('b')];
const denied = [...is.SAMPLES.refunded, is.seen('approved')];

const STOPS = 'stop look-up 1, stop cancel 1, stop time-limit';
const REFUNDED = `refunded, ${STOPS}, stop refund 1`;
const UNDER_WAY = `refund_pending, ${STOPS}, watch 1`;
const UNCLEAR = `partially_refunded (refund-unclear), ${STOPS}, watch 1`;
const NOTHING = 'no: nothing-new';

/** What each word makes of an order with an open fact. Words that are left out change nothing. */
const TABLE: Record<string, readonly [readonly ChargeEvent[], Partial<Record<RemoteWord, string>>]> = {
  'a refund is asked for': [asked, { refunded: REFUNDED, unknown: 'refund_pending (unknown-word)' }],
  'a refund is asked for, and a word proved nothing': [
    [...asked, is.seen('unknown')],
    { approved: 'refund_pending', refund_pending: 'refund_pending', refunded: REFUNDED },
  ],
  'the gateway refunds by itself': [
    returning,
    {
      approved: 'approved late',
      refunded: REFUNDED,
      partial_refunded: UNCLEAR,
      unknown: 'refund_pending (unknown-word)',
    },
  ],
  'the gateway refunds by itself, and a word proved nothing': [
    [...returning, is.seen('unknown')],
    {
      approved: 'approved late',
      refund_pending: 'refund_pending',
      refunded: REFUNDED,
      partial_refunded: UNCLEAR,
    },
  ],
  'our refund is unclear': [
    unclear,
    { approved: 'approved (refund-refused)', refund_pending: UNDER_WAY, refunded: REFUNDED },
  ],
  'our refund is unclear, after a part': [afterPart, { refund_pending: UNDER_WAY, refunded: REFUNDED }],
  'a part was refunded that we did not ask for': [
    [...paid, is.seen('partial_refunded')],
    { approved: 'approved late (refund-refused)', refund_pending: UNDER_WAY, refunded: REFUNDED },
  ],
  'a full refund was denied': [denied, { refund_pending: UNDER_WAY, refunded: REFUNDED }],
  'a full refund was denied, and then under way': [
    [...denied, is.seen('refund_pending')],
    {
      approved: 'partially_refunded (refund-unclear), watch 1',
      refunded: REFUNDED,
      partial_refunded: UNCLEAR,
      // The problem of the denied refund says more.
    },
  ],
  'paid, and the amount is not said': [
    [is.opened(), is.seen('approved', 1, null)],
    { approved: 'approved', refund_pending: UNDER_WAY, refunded: REFUNDED, partial_refunded: UNCLEAR },
  ],
};

const WORDS: readonly RemoteWord[] = [
  'pending',
  'approved',
  'expired',
  'cancelled',
  'refund_pending',
  'refunded',
  'partial_refunded',
  'unknown',
];

describe('an order with an open fact about its money', () => {
  it.each(Object.entries(TABLE))('%s: every word', (_, [events, expected]) => {
    const before = is.charge(...events);
    const row = WORDS.map((word) => {
      const outcome = transition(before, is.seen(word), epochMs(is.START + 60_000));
      return [word, cell(before, outcome)];
    });
    expect(Object.fromEntries(row)).toEqual(
      Object.fromEntries(WORDS.map((word) => [word, expected[word] ?? NOTHING])),
    );
  });

  it.each([
    ['the refund is asked for', asked],
    ['the gateway refunds by itself', returning],
  ])('a new wording is told, the same one is not, in one clean line: %s', (_, events) => {
    const said = (rawWord: string): ChargeEvent => ({ ...is.seen('unknown'), rawWord }) as ChargeEvent;
    const told = [...events, said('in_analysis')];
    expect(is.charge(...told).problem).toEqual({ code: 'unknown-word', detail: 'in_analysis' });
    expect(transition(is.charge(...told), said(' in_analysis\n'), epochMs(is.START)).ok).toBe(false);
    const other = is.charge(...told, said(`on\u0000\r\n hold ${'x'.repeat(99)}`));
    expect(other.problem?.detail).toMatch(/^on hold x{52}$/);
  });

  it('a problem that says more is kept', () => {
    const twice = [is.lost(), is.started(2), is.opened(2), is.orphanFound(1), is.seen('approved', 2)];
    const both = [...twice, is.refundRequested(300), is.seen('approved', 1)];
    const charge = is.charge(...both);
    expect(charge).toMatchObject({ status: 'refund_pending', problem: { code: 'paid-twice' } });
    expect(transition(charge, is.seen('unknown', 2), epochMs(is.START))).toMatchObject({ ok: false });
  });

  it('an unknown word about another order of the charge is not about the refund', () => {
    const two = [is.lost(), is.started(2), is.opened(2), is.orphanFound(1), is.seen('approved', 2)];
    const charge = is.charge(...two, is.seen('cancelled', 1), is.refundRequested(300));
    expect(transition(charge, is.seen('unknown', 1), epochMs(is.START))).toMatchObject({ ok: false });
  });

  it('each end of a refund ends the problem of the word', () => {
    const doubted = [...asked, is.seen('unknown')];
    expect(is.after(doubted, is.refundDone()).charge).toMatchObject({ refundedAmount: 300, problem: null });
    expect(is.after(doubted, is.refundRefused()).charge.problem?.code).toBe('refund-refused');
    expect(is.after(doubted, is.refundUnclear()).charge.problem?.code).toBe('refund-unclear');
  });

  it('a full refund that is denied is a doubt: not paid, not refunded again, held for a person', () => {
    const charge = is.charge(...denied);
    expect(charge).toMatchObject({ paidAmount: 1000, refundedAmount: 1000, finalizedAt: null });
    expect([answerOf(charge, 'none'), refundable(charge), holdsShift(charge)]).toEqual(['doubt', 0, true]);
    expect(waysOut(charge, epochMs(is.START))).toEqual(['finalize', 'wait', 'force']);
  });
});

describe('an unclear refund that a manager settled without proof', () => {
  it.each([
    ['not-paid', is.seen('refunded'), 'refunded confirmed free 1000'],
    ['paid', is.seen('refunded'), 'refunded contradicted free 1000'],
    ['not-paid', is.seen('approved'), 'approved contradicted holds 0'],
    ['paid', is.seen('approved'), 'approved confirmed free 0'],
    ['not-paid', is.seen('refund_pending'), 'refund_pending unverified free 0'],
  ] as const)('as %s is corrected by evidence: %#', (outcome, evidence, expected) => {
    const charge = is.charge(...unclear, is.forced(outcome), evidence);
    const holds = holdsShift(charge) ? 'holds' : 'free';
    expect(`${charge.status} ${verdictOf(charge)} ${holds} ${charge.refundedAmount}`).toBe(expected);
  });
});
