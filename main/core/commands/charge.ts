import { needsManagerToAccept } from '../../../shared/domain/charge/acceptance.ts';
import type { Charge, Forced } from '../../../shared/domain/charge/charge.ts';
import type { By } from '../../../shared/domain/ledger-event/by.ts';
import { ACTORS } from '../../../shared/domain/people/actors.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Till } from '../till/till.ts';
import { acted, type Acted } from './acted.ts';

/** Gives a charge up: its QR leaves the screens, and its orders are cancelled until the gateway confirms. */
export function cancelCharge(
  till: Till,
  by: By,
  { id, reason }: { readonly id: string; readonly reason: string | null },
): Acted<'not-cancellable'> {
  const event = { type: 'given-up', cause: 'operator', reason } as const;
  return acted(till, till.service.act(id, event, by), { 'not-applicable': 'not-cancellable' });
}

/** Extends the time limit, once per charge. */
export function extendCharge(till: Till, by: By, id: string): Acted<'not-extendable' | 'already-extended'> {
  return acted(till, till.service.extend(id, by), {
    'not-applicable': 'not-extendable',
    'already-extended': 'already-extended',
  });
}

/** Starts another attempt of a charge whose attempts got no answer, or that is queued. */
export function retryCharge(till: Till, by: By, id: string): Acted<'not-retryable'> {
  return acted(till, till.service.retry(id, by), { 'not-applicable': 'not-retryable' });
}

/** Finalizes a paid charge: the goods are handed over, or a late payment belongs to this sale. */
export function finalizeCharge(till: Till, by: By, id: string): Acted<'not-approved'> {
  const done = till.service.act(id, { type: 'finalized' }, by);
  return acted(till, done, { 'not-applicable': 'not-approved' });
}

/** Finalizes a paid charge for its cashier. Refuses with `amount-differs` if only a manager may accept what was paid. */
export function finalizeAsPaid(till: Till, by: By, id: string): Acted<'not-approved' | 'amount-differs'> {
  const charge = till.ledger.charges.byId(id);
  if (charge !== null && needsManagerToAccept(charge)) return err('amount-differs');
  return finalizeCharge(till, by, id);
}

/** Returns why a charge cannot be finalized, or null. Asked before the PIN of a manager. */
export function whyNotFinalized(
  { service }: Pick<Till, 'service'>,
  id: string,
): 'not-found' | 'not-approved' | null {
  const refusal = service.whyNot(id, { type: 'finalized' });
  if (refusal === null || refusal === 'not-found') return refusal;
  return 'not-approved';
}

/** Settles a charge without proof, by the decision of a manager. The jobs of the charge continue to look for proof. */
export function forceCharge(
  till: Till,
  by: By,
  { id, outcome, reason }: Pick<Forced, 'outcome' | 'reason'> & { readonly id: string },
): Acted<'not-forceable'> {
  const event = { type: 'forced', outcome, reason, by: by.actor } as const;
  return acted(till, till.service.act(id, event, by), { 'not-applicable': 'not-forceable' });
}

/** Returns why a charge cannot be settled without proof, or null. Asked before the PIN of a manager. */
export function whyNotForced(
  { service }: Pick<Till, 'service'>,
  { id, outcome, reason }: Pick<Forced, 'outcome' | 'reason'> & { readonly id: string },
): 'not-found' | 'not-forceable' | null {
  const refusal = service.whyNot(id, { type: 'forced', outcome, reason, by: ACTORS.machine });
  if (refusal === null || refusal === 'not-found') return refusal;
  return 'not-forceable';
}

/** Continues a charge of an earlier run: its QR is on the customer's screen again. Writes no event. */
export function resumeCharge(till: Till, id: string): Result<Charge, 'not-found'> {
  const charge = till.ledger.charges.byId(id);
  if (charge === null) return err('not-found');
  till.leftFromLastRun.delete(id);
  till.touch();
  return ok(charge);
}

/**
 * Asks the gateway about every order of a charge now. `answered` is true if each order was answered. The events that follow are
 * the gateway's answers, which Balcão writes by itself.
 */
export async function lookUpCharge(
  till: Till,
  id: string,
): Promise<Result<{ readonly charge: Charge; readonly answered: boolean }, 'not-found'>> {
  if (till.ledger.charges.byId(id) === null) return err('not-found');
  const answered = await till.askGatewayAbout(id);
  const charge = till.ledger.charges.byId(id);
  return charge === null ? err('not-found') : ok({ charge, answered });
}
