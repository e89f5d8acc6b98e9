import type { By, Via } from '../../../shared/domain/ledger-event/by.ts';
import { businessDay } from '../../../shared/domain/business-day/business-day.ts';
import { isCentavos } from '../../../shared/domain/money/centavos.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { signerOf } from '../directory/people/ask-manager.ts';
import type { PinError } from '../directory/people/pin-checks.ts';
import { refundsAskedOn } from '../ledger/diary-log.ts';
import type { Till } from '../till/till.ts';
import { acted, type Acted } from './acted.ts';
import { personNamed } from './people.ts';

/** A refund as a person or a program asks for it. The amount is in centavos and not checked yet. */
export interface RefundOrder {
  readonly id: string;
  readonly requestId: string;
  readonly amount: number;
  readonly reason: string;
  /** The second manager who signs a refund above a limit of the shop. Null below the limits. */
  readonly secondBy: string | null;
}

const REFUSALS = {
  'not-applicable': 'not-refundable',
  'exceeds-refundable': 'exceeds-refundable',
  'request-id-reused': 'request-id-reused',
} as const;

type RefundRefusal =
  (typeof REFUSALS)[keyof typeof REFUSALS] | 'not-found' | 'invalid-amount' | 'second-manager-needed';

/** Returns why a refund is impossible, whatever the PIN is. Returns null if it is possible. Called before the PIN is checked. */
export function whyNotRefunded(
  till: Till,
  order: Pick<RefundOrder, 'id' | 'requestId' | 'amount'>,
  isSignedTwice: boolean,
): RefundRefusal | null {
  const { id, requestId, amount } = order;
  if (!isCentavos(amount) || amount === 0) return 'invalid-amount';
  const refusal = till.service.whyNotRefund(id, requestId, amount);
  if (refusal === 'not-found') return refusal;
  if (refusal !== null)
    return refusal in REFUSALS ? REFUSALS[refusal as keyof typeof REFUSALS] : 'not-refundable';
  return !isSignedTwice && needsSecondManager(till, order) ? 'second-manager-needed' : null;
}

/**
 * True if a refund is above the limit for one refund, or if it makes the refunds of the business day exceed the limit of a day. A
 * request that was made before is not a new refund.
 */
function needsSecondManager(
  { settings, ledger, clock, service }: Till,
  { id, requestId, amount }: Pick<RefundOrder, 'id' | 'requestId' | 'amount'>,
): boolean {
  const { refundLimit, refundDayLimit, zone } = settings.get();
  if (service.isRefundAsked(id, requestId)) return false;
  if (refundLimit !== null && amount > refundLimit) return true;
  if (refundDayLimit === null) return false;
  return refundsAskedOn(ledger.db, businessDay(clock.now(), zone)) + amount > refundDayLimit;
}

/** The second manager as a person or a program names one. */
interface SecondSignature {
  /** The id or name. Absent where only one other manager works here. */
  readonly operator?: string | undefined;
  readonly pin?: string | undefined;
}

/**
 * Returns the id of the second manager if the PIN is right. Null if there is no second PIN. The second manager must be another
 * person than the first.
 */
export async function checkSecond(
  till: Till,
  { actor, via }: By & { readonly via: Via },
  { operator, pin = '' }: SecondSignature,
): Promise<Result<string | null, PinError | { readonly code: 'unknown-manager' }>> {
  if (pin === '') return ok(null);
  const others = { all: () => till.operators.all().filter(({ id }) => id !== actor) };
  const id = operator === undefined ? undefined : (personNamed(till, operator)?.id ?? '');
  const second = signerOf(others, 'refund', id);
  if (second === null) return err({ code: 'unknown-manager' });
  const checked = await till.operators.check(second.id, pin, via);
  return checked.ok ? ok(second.id) : checked;
}

/**
 * Asks for a refund in the name of a manager. If `requestId` was used before for this amount, returns the charge and refunds
 * nothing.
 */
export function refundCharge(
  till: Till,
  by: By,
  { id, requestId, amount, reason, secondBy }: RefundOrder,
): Acted<Exclude<RefundRefusal, 'not-found'>> {
  if (!isCentavos(amount) || amount === 0) return err('invalid-amount');
  // Checked again, because the check of a PIN takes time in which another refund can be asked for.
  if (secondBy === null && needsSecondManager(till, { id, requestId, amount }))
    return err('second-manager-needed');
  return acted(till, till.service.refund(id, requestId, amount, reason, by, secondBy), REFUSALS);
}
