import { isTaxDocument } from '../../../shared/domain/tax-document/tax-document.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { askManager, hasManager } from '../directory/people/ask-manager.ts';
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

/** Closes the shift, or tells what it did if that was closed before; the culprits are in the view, each with its way out. */
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

type AddError = Refused<
  'wrong-pin' | 'wait' | 'manager-first' | 'name-taken' | 'weak-pin' | 'storage-failed'
>;

/** Adds a person. The first one is a manager; later ones need a manager's PIN. */
export async function addOperator(
  till: Till,
  input: { name: string; role: Operator['role']; pin: string; managerPin?: string | undefined },
): Promise<Result<Operator, AddError>> {
  if (!hasManager(till.operators) && input.role !== 'manager') return err({ code: 'manager-first' });
  if (isWeakPin(input.pin)) return err({ code: 'weak-pin' });
  const asked = await askManager(till.operators, 'add-operator', input.managerPin);
  if (!asked.ok) return asked;
  const added = await till.operators.add(input.name, input.role, input.pin, asked.value);
  if (!added.ok) return err({ code: added.error });
  till.touch();
  return added;
}

type NameError = Refused<'wrong-pin' | 'wait' | 'unsettled-charge'>;

/** Names shop and till, which the customer reads on the screen and on paper. A charge that waits keeps its till's name. */
export async function nameShop(
  till: Till,
  input: { shopName: string; tillName: string; zone: string; managerPin?: string | undefined },
): Promise<Result<void, NameError>> {
  const asked = await askManager(till.operators, 'configure', input.managerPin);
  if (!asked.ok) return asked;
  const { shopName, tillName, zone } = input;
  const { tillName: before } = till.settings.get();
  if (tillName !== before && till.ledger.charges.waiting(before) !== null)
    return err({ code: 'unsettled-charge' });
  till.settings.set({ shopName, tillName, zone }, asked.value);
  till.touch();
  return ok(undefined);
}

type ConfigureError = Refused<'wrong-pin' | 'wait' | 'bad-document'>;

/** Changes how the till charges, for charges to come. */
export async function configure(
  till: Till,
  input: { timeLimitMinutes: number; ownExpiry: boolean; shopDocument: string | null; managerPin: string },
): Promise<Result<void, ConfigureError>> {
  const manager = await till.operators.checkFor('configure', input.managerPin);
  if (!manager.ok) return manager;
  const { shopDocument, ownExpiry } = input;
  if (shopDocument === null ? ownExpiry : !isTaxDocument(shopDocument)) return err({ code: 'bad-document' });
  const timeLimitMs = input.timeLimitMinutes * MINUTE;
  till.settings.set({ timeLimitMs, family: ownExpiry ? 'orderv' : 'order', shopDocument }, manager.value.id);
  till.touch();
  return ok(undefined);
}

/** One digit repeated, or a run up or down: what is tried first by whoever guesses. */
function isWeakPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, place) => Number(digit) - Number(pin[place]));
  return (
    steps.every((step) => step === 0) ||
    steps.every((step) => step === 1) ||
    steps.every((step) => step === -1)
  );
}
