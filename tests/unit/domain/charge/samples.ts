import { transition } from '../../../../shared/domain/charge/transition.ts';
import type { Charge, ChargeStatus } from '../../../../shared/domain/charge/charge.ts';
import type { ChargeEvent, ChargeEffect, RemoteWord } from '../../../../shared/domain/charge/event.ts';
import { centavos, type Centavos } from '../../../../shared/domain/money/centavos.ts';
import { epochMs, MINUTE } from '../../../../shared/kernel/time.ts';

export const AMOUNT = centavos(1000);
const TIME_LIMIT = 5 * MINUTE;
/** 2026-03-02 12:00 UTC. */
export const START = Date.UTC(2026, 2, 2, 12);

export const created: ChargeEvent = {
  type: 'created',
  id: '01KJQ8P0000000000000000000',
  requestId: 'request-1',
  reference: null,
  description: null,
  till: 'caixa-1',
  operator: 'ana',
  shiftId: 'shift-1',
  businessDay: '2026-03-02',
  amount: AMOUNT,
  wallet: 'pix',
  pixDictKey: null,
  timeLimitMs: TIME_LIMIT,
  orderRef: 'ref-1',
  family: 'order',
};

export const started = (no: number): ChargeEvent => ({
  type: 'attempt-started',
  orderRef: `ref-${no}`,
  family: 'order',
});
export const queued = (attempt = 1): ChargeEvent => ({ type: 'queued', attempt, detail: 'unreachable' });
export const lost = (attempt = 1): ChargeEvent => ({ type: 'attempt-lost', attempt, detail: 'no-answer' });
export const refused = (attempt = 1): ChargeEvent => ({ type: 'refused', attempt, message: 'no' });
export const opened = (attempt = 1, mismatch: string | null = null): ChargeEvent => ({
  type: 'opened',
  attempt,
  orderId: `order-${attempt}`,
  family: 'order',
  brCode: `br-code-${attempt}`,
  deadlineAt: epochMs(START + TIME_LIMIT),
  mismatch,
});
export const orphanFound = (attempt = 1): ChargeEvent => ({
  type: 'orphan-found',
  attempt,
  orderId: `order-${attempt}`,
  family: 'order',
});
/** The first complete search ends `after` ms after the start, by a gateway's clock that agrees with ours. */
export const orphanUnlisted = (attempt = 1, after = 0): ChargeEvent => ({
  type: 'orphan-unlisted',
  attempt,
  gatewayAt: epochMs(START + after),
});
export const orphanAbsent = (attempt = 1): ChargeEvent => ({ type: 'orphan-absent', attempt });
/** What the gateway says of an order. Asked at this very moment unless told otherwise; money only with `approved`. */
export const seen = (
  word: RemoteWord,
  attempt = 1,
  paidAmount: Centavos | null = word === 'approved' ? AMOUNT : null,
  askedAt = Number.MAX_SAFE_INTEGER,
): ChargeEvent => ({
  type: 'seen',
  attempt,
  askedAt,
  word,
  rawWord: word,
  paidAmount,
  endToEndId: word === 'approved' ? `E${attempt}` : null,
});
/** The same with an amount paid that cannot be read. */
export const unread = (word: RemoteWord, attempt = 1, askedAt = Number.MAX_SAFE_INTEGER): ChargeEvent => ({
  type: 'seen',
  attempt,
  askedAt,
  word,
  rawWord: word,
  paidAmount: null,
  unreadPaidAmount: '25.905',
  endToEndId: null,
});
export const givenUp = (cause: 'operator' | 'time-limit' = 'operator'): ChargeEvent => ({
  type: 'given-up',
  cause,
  reason: null,
});
/** Ten minutes from the start, as a slip has them. */
export const putOnPaper: ChargeEvent = {
  type: 'put-on-paper',
  timeLimitMs: 2 * TIME_LIMIT,
  deadlineAt: epochMs(START + 2 * TIME_LIMIT),
};

export const extended: ChargeEvent = { type: 'extended', deadlineAt: epochMs(START + 2 * TIME_LIMIT) };
export const finalized: ChargeEvent = { type: 'finalized' };
export const forced = (outcome: 'paid' | 'not-paid' = 'not-paid'): ChargeEvent => ({
  type: 'forced',
  outcome,
  reason: 'o gateway não responde',
  by: 'marta',
});
export const refundRequested = (amount: number = AMOUNT, refundId = 'refund-1'): ChargeEvent => ({
  type: 'refund-requested',
  refundId,
  amount: amount as Centavos,
  reason: null,
});
export const refundDone = (refundId = 'refund-1'): ChargeEvent => ({ type: 'refund-done', refundId });
export const refundRefused = (refundId = 'refund-1'): ChargeEvent => ({
  type: 'refund-refused',
  refundId,
  message: 'no funds',
});
export const refundUnclear = (refundId = 'refund-1'): ChargeEvent => ({
  type: 'refund-unclear',
  refundId,
  message: 'no proof',
});

/** The charge that these events make, one second apart. Throws when one of them does not apply. */
export function charge(...events: readonly ChargeEvent[]): Charge {
  let state: Charge | null = null;
  for (const [place, event] of [created, ...events].entries()) {
    const outcome = transition(state, event, epochMs(START + place * 1000));
    if (!outcome.ok) throw new Error(`${event.type} after ${state?.status ?? 'nothing'}: ${outcome.error}`);
    state = outcome.value.charge;
  }
  return state!;
}

/** What one more event makes of a charge, and the effects in words. */
export function after(
  events: readonly ChargeEvent[],
  event: ChargeEvent,
  at = START + MINUTE,
): { charge: Charge; effects: string[] } {
  const outcome = transition(charge(...events), event, epochMs(at));
  if (!outcome.ok) throw new Error(`${event.type}: ${outcome.error}`);
  return { charge: outcome.value.charge, effects: outcome.value.effects.map(effectText) };
}

/** The plainest way into each state. */
export const SAMPLES: Readonly<Record<ChargeStatus, readonly ChargeEvent[]>> = {
  queued: [queued()],
  creating: [],
  pending: [opened()],
  cancelling: [opened(), givenUp()],
  approved: [opened(), seen('approved')],
  cancelled: [opened(), givenUp(), seen('cancelled')],
  expired: [opened(), givenUp('time-limit'), seen('cancelled')],
  failed: [refused()],
  refund_pending: [opened(), seen('approved'), refundRequested(300)],
  partially_refunded: [opened(), seen('approved'), refundRequested(300), refundDone()],
  refunded: [opened(), seen('approved'), refundRequested(), refundDone()],
};

/** An effect in a few words: `cancel 1`, `stop look-up 1`, `time-limit 300`. */
export function effectText(effect: ChargeEffect): string {
  if (effect.kind === 'time-limit') return `time-limit ${effect.dueInMs / 1000} s`;
  if (effect.kind === 'stop') return `stop ${effect.of}${effect.attempt === 0 ? '' : ` ${effect.attempt}`}`;
  return `${effect.kind} ${effect.attempt}`;
}
