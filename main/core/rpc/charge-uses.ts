import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import type { charges } from '../../../shared/contract/charges.ts';
import type { Reply } from '../../../shared/contract/define.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { parseShortCode } from '../../../shared/domain/short-code/short-code.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import {
  cancelCharge,
  extendCharge,
  finalizeAsPaid,
  finalizeCharge,
  forceCharge,
  resumeCharge,
  retryCharge,
} from '../commands/charge.ts';
import { checkReceipt } from '../commands/check-receipt.ts';
import { placeCharge } from '../commands/place-charge.ts';
import { checkSecond, refundCharge } from '../commands/refund.ts';
import type { Core } from '../till/core.ts';
import type { Till } from '../till/till.ts';
import type { Uses } from './pipeline.ts';
import { toChargeView } from './views/charge-view.ts';
import { fail, refuse } from './failure-reply.ts';

/** Creates the methods for the cashier's acts on charges. */
export function createChargeUses(
  core: Pick<Core, 'playCustomer' | 'interruptTraining'>,
): Pick<Uses, keyof typeof charges> {
  return {
    'charge/create': (input, { till, by }) => {
      const placed = placeCharge(till, by, input);
      return placed.ok ? shown(till, placed.value.charge) : refuse(placed.error);
    },
    'charge/cancel': ({ id, reason }, { till, by }) =>
      worded(till, cancelCharge(till, by, { id, reason: reason ?? null })),
    'charge/extend': ({ id }, { till, by }) => worded(till, extendCharge(till, by, id)),
    'charge/retry': ({ id }, { till, by }) => worded(till, retryCharge(till, by, id)),
    'charge/resume': ({ id }, { till }) => worded(till, resumeCharge(till, id)),
    'charge/finalize': ({ id }, { till, by }) => worded(till, finalizeAsPaid(till, by, id)),
    'charge/accept': ({ id }, { till, by }) => worded(till, finalizeCharge(till, by, id)),
    'charge/refund': async ({ id, requestId, amount, reason, secondManagerId, secondPin }, { till, by }) => {
      const second = await checkSecond(till, by, { operator: secondManagerId, pin: secondPin });
      if (!second.ok) return refuse(second.error);
      return worded(till, refundCharge(till, by, { id, requestId, amount, reason, secondBy: second.value }));
    },
    'charge/force': ({ id, outcome, reason }, { till, by }) =>
      worded(till, forceCharge(till, by, { id, outcome, reason })),
    'charge/check-receipt': async (query, { till }) => {
      const checked = await checkReceipt(till, query);
      if (!checked.ok) return fail(checked.error);
      const { answer, charge } = checked.value;
      return { ok: true, value: { answer, charge: charge === null ? null : toChargeView(charge, till) } };
    },
    'charge/by-code': ({ code }, { till }) => {
      const parsed = parseShortCode(code);
      if (parsed === null) return fail('bad-code');
      return chargeOrNotFound(till, till.ledger.charges.byTail(parsed.slice(0, 6)));
    },
    'charge/get': ({ id }, { till }) => chargeOrNotFound(till, till.ledger.charges.byId(id)),
    'training/act': async ({ id, act }) => {
      const played = await core.playCustomer(id, act);
      return played === 'done' ? { ok: true, value: { done: true } } : fail(played);
    },
    'training/interrupt': ({ how }) =>
      core.interruptTraining(how) ? { ok: true, value: { done: true } } : fail('not-training'),
  };
}

/** Returns the outcome of an act for the wire: the charge after the act, or the refusal. */
export function worded<E extends string>(till: Till, done: Result<Charge, E>): Reply<ChargeView, E> {
  return done.ok ? shown(till, done.value) : fail(done.error);
}

function chargeOrNotFound(till: Till, charge: Charge | null): Reply<ChargeView, 'not-found'> {
  return charge === null ? fail('not-found') : shown(till, charge);
}

function shown(till: Till, charge: Charge): Reply<ChargeView, never> {
  return { ok: true, value: toChargeView(charge, till) };
}
