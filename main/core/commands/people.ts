import type { By, Via } from '../../../shared/domain/ledger-event/by.ts';
import { choosePin, type PinProblem } from '../../../shared/domain/people/choose-pin.ts';
import { may, type Act, type PersonRole } from '../../../shared/domain/roles/roles.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import { hasManager, signerOf } from '../directory/people/ask-manager.ts';
import type { Operator } from '../directory/people/operators.ts';
import type { PinError } from '../directory/people/pin-checks.ts';
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
  const person = personNamed(till, operator);
  if (person === null) return provePin(till, via, { act: 'sign-for-another', pin });
  return unlessEmpty(pin, () => till.operators.check(person.id, pin, via));
}

/** Returns the person of this id or name who works here, or null. */
export function personNamed({ operators }: Pick<Till, 'operators'>, named: string): Operator | null {
  return operators.byId(named) ?? operators.byName(named);
}

/**
 * Returns the person of this name or id, if the PIN is right and that person may do the act. Without a name, the person whose
 * PIN it is. A program should name the person where several may do the act: a wrong PIN then counts for that person alone.
 */
export function provePin(
  till: Till,
  via: Via,
  { act, operator, pin }: { readonly act: Act; readonly operator?: string | undefined; readonly pin: string },
): Promise<Result<Operator, PinError>> {
  const { check, checkUnnamed } = till.operators;
  const named =
    operator === undefined ? signerOf(till.operators, act, undefined) : personNamed(till, operator);
  if (operator !== undefined && (named === null || !may(named.role, act)))
    return Promise.resolve(err({ code: 'wrong-pin' }));
  return unlessEmpty(pin, () => (named === null ? checkUnnamed(act, pin, via) : check(named.id, pin, via)));
}

/** Refuses an empty PIN without a check, because it must not count as a wrong guess and make the next person wait. */
function unlessEmpty(
  pin: string,
  check: () => Promise<Result<Operator, PinError>>,
): Promise<Result<Operator, PinError>> {
  return pin === '' ? Promise.resolve(err({ code: 'wrong-pin' })) : check();
}

/** A person to add. */
interface NewPerson {
  readonly name: string;
  readonly role: PersonRole;
  readonly pin: string;
}

/**
 * Returns why a person cannot be added, or null. Refuses an operator with `manager-first` while the till has no manager. Asked
 * before the PIN of a manager, and again when the person is added.
 */
export function whyNotAdded(
  { operators }: Pick<Till, 'operators'>,
  { name, role, pin }: NewPerson,
): 'manager-first' | 'name-taken' | PinProblem | null {
  if (!hasManager(operators) && role !== 'manager') return 'manager-first';
  if (operators.idOfName(name) !== null) return 'name-taken';
  const chosen = choosePin(role, pin);
  return chosen.ok ? null : chosen.error;
}

/** Adds a person. */
export async function addOperator(
  till: Till,
  by: By,
  person: NewPerson,
): Promise<Result<Operator, NonNullable<ReturnType<typeof whyNotAdded>>>> {
  const refusal = whyNotAdded(till, person);
  if (refusal !== null) return err(refusal);
  const added = await till.operators.add(person.name, person.role, person.pin, by);
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
): Promise<Result<Operator, 'has-manager' | PinProblem>> {
  const isTaken = till.identity.mode === 'production' && hasManager(till.operators);
  if (isTaken || till.operators.idOfName(name) !== null) return err('has-manager');
  const chosen = choosePin('manager', pin);
  if (!chosen.ok) return chosen;
  const added = await till.operators.add(name, 'manager', pin, by);
  if (!added.ok) return err('has-manager');
  till.touch();
  return added;
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
