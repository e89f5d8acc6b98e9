import type { By, Via } from '../../../shared/domain/ledger-event/by.ts';
import type { Act } from '../../../shared/domain/roles/roles.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import { hasManager } from '../directory/people/ask-manager.ts';
import type { Operator, PinError } from '../directory/people/operators.ts';
import { storageErrorCode } from '../ledger/storage-error.ts';
import type { Till } from '../till/till.ts';

/** A person and the PIN that proves it, as a program sends them. An absent PIN is empty. */
interface Named {
  /** The name or the id of a person. */
  readonly operator: string;
  readonly pin: string;
}

/**
 * Returns the person of this name or id if the PIN is right. If the till has no such person, the PIN must be a manager's, and
 * that manager is returned.
 */
export function identify(
  till: Till,
  via: Via,
  { operator, pin }: Named,
): Promise<Result<Operator, PinError>> {
  const { byId, byName, check } = till.operators;
  const person = byId(operator) ?? byName(operator);
  if (person === null) return provePin(till, via, { act: 'sign-for-another', pin });
  return unlessEmpty(pin, () => check(person.id, pin, via));
}

/** Returns the person whose PIN this is, if that person may do the act. */
export function provePin(
  till: Till,
  via: Via,
  { act, pin }: { readonly act: Act; readonly pin: string },
): Promise<Result<Operator, PinError>> {
  return unlessEmpty(pin, () => till.operators.checkFor(act, pin, via));
}

/** Refuses an empty PIN without a check, because it must not count as a wrong guess and make the next person wait. */
function unlessEmpty(
  pin: string,
  check: () => Promise<Result<Operator, PinError>>,
): Promise<Result<Operator, PinError>> {
  return pin === '' ? Promise.resolve(err({ code: 'wrong-pin' })) : check();
}

/** Adds a person. Refuses an operator with `manager-first` while the till has no manager. */
export async function addOperator(
  till: Till,
  by: By,
  { name, role, pin }: { readonly name: string; readonly role: Operator['role']; readonly pin: string },
): Promise<Result<Operator, 'manager-first' | 'name-taken' | 'weak-pin'>> {
  if (!hasManager(till.operators) && role !== 'manager') return err('manager-first');
  if (isWeakPin(pin)) return err('weak-pin');
  const added = await till.operators.add(name, role, pin, by);
  if (added.ok) till.touch();
  return added;
}

/**
 * Adds the manager of a till that is set up without windows. Refuses if there is a manager. In training a manager with a public
 * PIN exists already, so only a person of this name counts there.
 */
export async function addFirstManager(
  till: Till,
  by: By,
  { name, pin }: { readonly name: string; readonly pin: string },
): Promise<Result<Operator, 'has-manager'>> {
  const isTaken = till.identity.mode === 'production' && hasManager(till.operators);
  if (isTaken || till.operators.byName(name) !== null) return err('has-manager');
  const added = await till.operators.add(name, 'manager', pin, by);
  if (!added.ok) return err('has-manager');
  till.touch();
  return added;
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

/** Records in the diary that a manager entered the manager's screens. */
export function enterManagerScreens(till: Till, by: By): void {
  till.ledger.record('manager-entered', {}, by);
}

/** Records in the diary that a manager left the manager's screens. */
export function leaveManagerScreens(till: Till, by: By): void {
  till.ledger.record('manager-left', {}, by);
}

/**
 * Records in the diary that a manager is no longer at the screens. If the disk does not accept the entry, reports that and does
 * not throw, because a call that only reads must not fail for it.
 */
export function managerIsGone(till: Till, by: By): void {
  // After a change of the till, the person is unknown to the new till and its diary.
  if (till.operators.byId(by.actor) === null) return;
  try {
    leaveManagerScreens(till, by);
  } catch (error) {
    if (storageErrorCode(error) === null) throw error;
    till.storageFailed(error);
  }
}
