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

/** Signs a person in: opens a shift, or continues the person's open shift. `wait` carries `waitMs`. */
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

/**
 * Closes the open shift and returns its closing. If `shiftId` was closed before, returns that closing. Refuses with
 * `unsettled-charge` and the ids of the charges that hold the shift.
 */
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

/** Adds a person. Refuses an operator with `manager-first` while the till has no manager. */
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

/**
 * Stores the names of shop and till, which the customer reads on the screen and on paper, and the zone. The names are labels:
 * charges keep the ones that they were made with.
 */
export function nameShop(
  till: Till,
  {
    shopName,
    tillName,
    zone,
  }: { readonly shopName: string; readonly tillName: string; readonly zone: string },
  actor: string,
): void {
  till.settings.set({ shopName, tillName, zone }, actor);
  till.touch();
}

/** Stores how the till charges, for later charges. Refuses an invalid CPF or CNPJ, and `ownExpiry` without one. */
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

/** True for one repeated digit and for a run of digits up or down: these are guessed first. */
function isWeakPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, place) => Number(digit) - Number(pin[place]));
  return (
    steps.every((step) => step === 0) ||
    steps.every((step) => step === 1) ||
    steps.every((step) => step === -1)
  );
}
