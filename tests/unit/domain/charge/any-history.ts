import * as fc from 'fast-check';
import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import { liveAttempt } from '../../../../shared/domain/charge/charge.ts';
import { REMOTE_WORDS, type ChargeEffect, type ChargeEvent } from '../../../../shared/domain/charge/event.ts';
import { transition } from '../../../../shared/domain/charge/transition.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { epochMs, type EpochMs } from '../../../../shared/kernel/time.ts';
import * as is from './samples.ts';

/** One thing that happened, the charge before and after it, and what it set going. */
export interface Step {
  readonly event: ChargeEvent;
  readonly at: EpochMs;
  readonly before: Charge;
  readonly after: Charge;
  readonly effects: readonly ChargeEffect[];
}

/** Draws of chance that say what happens next; which event it is depends on how the charge stands by then. */
const draw = fc.record({
  kind: fc.nat(15),
  attempt: fc.nat(3),
  word: fc.constantFrom(...REMOTE_WORDS),
  amount: fc.constantFrom(1000, 1000, 1000, 300, 1, 1500, null),
  pauseMs: fc.constantFrom(0, 1, 5_000, 400_000, -90_000_000),
});
type Draw = typeof draw extends fc.Arbitrary<infer T> ? T : never;

export const anyHistory = fc.array(draw, { minLength: 1, maxLength: 40, size: 'max' }).map(play);

/** Plays the draws against the state machine: of the events that they could mean, the first that applies happens. */
function play(draws: readonly Draw[]): Step[] {
  let state = is.charge();
  let at = is.START;
  const steps: Step[] = [];
  for (const [place, each] of draws.entries()) {
    at += each.pauseMs;
    const choices = choicesFor(state, each, `refund-${place}`);
    for (let offset = 0; offset < choices.length; offset++) {
      const event = choices[(each.kind + offset * 7) % choices.length]!;
      const outcome = transition(state, event, epochMs(at));
      if (!outcome.ok) continue;
      const { charge: after, effects } = outcome.value;
      steps.push({ event, at: epochMs(at), before: state, after, effects });
      state = after;
      break;
    }
  }
  return steps;
}

function choicesFor(
  state: Charge,
  { attempt, word, amount }: Draw,
  refundId: string,
): readonly ChargeEvent[] {
  const no = 1 + (attempt % state.attempts.length);
  const live = liveAttempt(state)?.no ?? 1;
  const paid = amount === null ? null : centavos(amount);
  const pending = state.pendingRefund?.refundId ?? 'none';
  return [
    is.started(state.attempts.length + 1),
    is.lost(live),
    is.opened(live),
    is.orphanFound(no),
    is.seen(word, no, word === 'pending' ? null : paid, state.version),
    is.seen('approved', no, paid, state.version),
    is.refundRequested(amount ?? 700, refundId),
    is.queued(live),
    is.opened(live, attempt === 0 ? 'amount-differs' : null),
    attempt === 0 ? is.orphanUnlisted(no) : is.orphanAbsent(no),
    [is.refundDone(pending), is.refundRefused(pending), is.refundUnclear(pending)][attempt % 3]!,
    [is.finalized, is.extended, is.putOnPaper][attempt % 3]!,
    attempt === 0 ? is.refused(live) : is.lost(live),
    attempt === 0 ? is.givenUp('operator') : is.opened(live),
    attempt === 0 ? is.givenUp('time-limit') : is.started(state.attempts.length + 1),
    is.forced(attempt === 0 ? 'paid' : 'not-paid'),
    is.unread(word, no, state.version),
  ];
}
