import { isTaxDocument } from '../../../shared/domain/tax-document/tax-document.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { hasManager } from '../directory/people/ask-manager.ts';
import type { Operator } from '../directory/people/operators.ts';
import type { Closing } from '../ledger/projections/closing-repo.ts';
import type { Till } from '../till/till.ts';

interface Refused<C extends string> {
  readonly code: C;
  readonly waitMs?: number;
}

type SignInError = Refused<'wrong-pin' | 'wait' | 'unknown-operator' | 'shift-of-another' | 'storage-failed'>;

/** Signs a person in: their shift opens, or goes on. */
export async function signIn(
  till: Till,
  operatorId: string,
  pin: string,
): Promise<Result<Operator, SignInError>> {
  if (till.operators.byId(operatorId) === null) return err({ code: 'unknown-operator' });
  const checked = await till.operators.check(operatorId, pin);
  if (!checked.ok) return checked;
  const shift = till.shifts.begin(operatorId);
  if (!shift.ok) return err({ code: shift.error });
  till.touch();
  return checked;
}

/** Closes the open shift. If `shiftId` was closed before, gives its closing again. Refused with the ids of the charges that hold it. */
export function closeShift(
  till: Till,
  actor: string,
  shiftId?: string,
): Result<Closing, { code: 'unsettled-charge' | 'not-signed-in'; chargeIds: readonly string[] }> {
  const ended = till.shifts.end(actor, shiftId);
  if (!ended.ok) {
    return ended.error.code === 'no-shift' ? err({ code: 'not-signed-in', chargeIds: [] }) : err(ended.error);
  }
  till.touch();
  return ok(ended.value);
}

/** Adds a person. The first one is a manager. */
export async function addOperator(
  till: Till,
  { name, role, pin }: { readonly name: string; readonly role: Operator['role']; readonly pin: string },
  actor: string,
): Promise<Result<Operator, 'manager-first' | 'name-taken' | 'weak-pin'>> {
  if (!hasManager(till.operators) && role !== 'manager') return err('manager-first');
  if (isWeakPin(pin)) return err('weak-pin');
  const added = await till.operators.add(name, role, pin, actor);
  if (added.ok) till.touch();
  return added;
}

/** Names shop and till, which the customer reads on the screen and on paper. A charge that waits keeps its till's name. */
export function nameShop(
  till: Till,
  {
    shopName,
    tillName,
    zone,
  }: { readonly shopName: string; readonly tillName: string; readonly zone: string },
  actor: string,
): Result<void, 'unsettled-charge'> {
  const { tillName: before } = till.settings.get();
  if (tillName !== before && till.ledger.charges.waiting(before) !== null) return err('unsettled-charge');
  till.settings.set({ shopName, tillName, zone }, actor);
  till.touch();
  return ok(undefined);
}

/** Changes how the till charges, for charges to come. */
export function configure(
  till: Till,
  input: {
    readonly timeLimitMinutes: number;
    readonly ownExpiry: boolean;
    readonly shopDocument: string | null;
  },
  actor: string,
): Result<void, 'bad-document'> {
  const { shopDocument, ownExpiry } = input;
  if (shopDocument === null ? ownExpiry : !isTaxDocument(shopDocument)) return err('bad-document');
  const timeLimitMs = input.timeLimitMinutes * MINUTE;
  till.settings.set({ timeLimitMs, family: ownExpiry ? 'orderv' : 'order', shopDocument }, actor);
  till.touch();
  return ok(undefined);
}

/** True for one digit repeated and for a run up or down, which are guessed first. */
function isWeakPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, place) => Number(digit) - Number(pin[place]));
  return (
    steps.every((step) => step === 0) ||
    steps.every((step) => step === 1) ||
    steps.every((step) => step === -1)
  );
}
