import type { Charge, Forced } from '../../../shared/domain/charge/charge.ts';
import type { Centavos } from '../../../shared/domain/money/centavos.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ActError } from '../charges/charge-service.ts';
import type { Till } from '../till/till.ts';

/** The charge after the act, or the code of the refusal. */
type Acted<E extends string> = Result<Charge, E | 'not-found' | 'storage-failed'>;

/** Gives a charge up: its QR leaves the screens, and its orders are cancelled until the gateway confirms. */
export function cancelCharge(
  till: Till,
  id: string,
  reason: string | null,
  actor: string,
): Acted<'not-cancellable'> {
  const event = { type: 'given-up', cause: 'operator', reason } as const;
  return acted(till, till.service.act(id, event, actor), { 'not-applicable': 'not-cancellable' });
}

/** Extends the time limit, once per charge. */
export function extendCharge(
  till: Till,
  id: string,
  actor: string,
): Acted<'not-extendable' | 'already-extended'> {
  return acted(till, till.service.extend(id, actor), {
    'not-applicable': 'not-extendable',
    'already-extended': 'already-extended',
  });
}

/** Starts another attempt of a charge whose attempts got no answer, or that is queued. */
export function retryCharge(till: Till, id: string, actor: string): Acted<'not-retryable'> {
  return acted(till, till.service.retry(id, actor), { 'not-applicable': 'not-retryable' });
}

/** Finalizes a paid charge: the goods are handed over, or a late payment belongs to this sale. */
export function finalizeCharge(till: Till, id: string, actor: string): Acted<'not-approved'> {
  const done = till.service.act(id, { type: 'finalized' }, actor);
  return acted(till, done, { 'not-applicable': 'not-approved' });
}

/** Continues a charge of an earlier run: its QR is on the customer's screen again. */
export function resumeCharge(till: Till, id: string): Result<Charge, 'not-found'> {
  const charge = till.ledger.charges.byId(id);
  if (charge === null) return err('not-found');
  till.leftFromLastRun.delete(id);
  till.touch();
  return ok(charge);
}

/**
 * Asks for a refund of `amount` centavos in the name of a manager. If `requestId` was used before for this amount, returns the
 * charge and refunds nothing.
 */
export function refundCharge(
  till: Till,
  id: string,
  refund: { readonly requestId: string; readonly amount: Centavos; readonly reason: string | null },
  manager: string,
): Acted<'not-refundable' | 'exceeds-refundable' | 'request-id-reused' | 'invalid-amount'> {
  const { requestId, amount, reason } = refund;
  if (amount === 0) return err('invalid-amount');
  return acted(till, till.service.refund(id, requestId, amount, reason, manager), {
    'not-applicable': 'not-refundable',
    'exceeds-refundable': 'exceeds-refundable',
    'request-id-reused': 'request-id-reused',
  });
}

/** Settles a charge without proof, by the decision of a manager. The jobs of the charge continue to look for proof. */
export function forceCharge(
  till: Till,
  id: string,
  { outcome, reason }: Pick<Forced, 'outcome' | 'reason'>,
  manager: string,
): Acted<'not-forceable'> {
  const event = { type: 'forced', outcome, reason, by: manager } as const;
  return acted(till, till.service.act(id, event, manager), { 'not-applicable': 'not-forceable' });
}

/**
 * Translates the outcome of a person's act into the codes of the command. After an act the charge needs no settle screen any
 * more. Throws for a refusal that `refusals` does not name, which this act cannot have.
 */
function acted<E extends string>(
  till: Till,
  result: Result<Charge, ActError>,
  refusals: Partial<Record<ActError, E>>,
): Acted<E> {
  if (result.ok) {
    till.leftFromLastRun.delete(result.value.id);
    return result;
  }
  const code = refusals[result.error];
  if (code !== undefined) return err(code);
  if (result.error === 'not-found' || result.error === 'storage-failed') return err(result.error);
  throw new Error(`no words for ${result.error}`);
}
