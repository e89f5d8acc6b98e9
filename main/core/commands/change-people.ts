import { createHash, timingSafeEqual } from 'node:crypto';
import type { By, Via } from '../../../shared/domain/ledger-event/by.ts';
import { choosePin, type PinProblem } from '../../../shared/domain/people/choose-pin.ts';
import type { PersonRole } from '../../../shared/domain/roles/roles.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Operator } from '../directory/people/operators.ts';
import type { PinError } from '../directory/people/pin-checks.ts';
import type { Core } from '../till/core.ts';
import type { Till } from '../till/till.ts';

type People = Pick<Till, 'operators'>;

/** Returns why a person cannot get this PIN, or null. Asked before a PIN is checked. */
export function whyNotNewPin(
  { operators }: People,
  { personId, newPin }: { readonly personId: string; readonly newPin: string },
): 'unknown-operator' | PinProblem | null {
  const person = operators.byId(personId);
  if (person === null) return 'unknown-operator';
  const chosen = choosePin(person.role, newPin);
  return chosen.ok ? null : chosen.error;
}

/** Changes the PIN of a person who proves the present one. */
export async function changeOwnPin(
  till: Till,
  via: Via,
  { personId, pin, newPin }: { readonly personId: string; readonly pin: string; readonly newPin: string },
): Promise<Result<void, PinError | { readonly code: 'unknown-operator' | PinProblem }>> {
  const refusal = whyNotNewPin(till, { personId, newPin });
  if (refusal !== null) return err({ code: refusal });
  const checked = await till.operators.check(personId, pin, via);
  if (!checked.ok) return checked;
  await till.operators.setPin(personId, newPin, { actor: personId, via });
  till.touch();
  return ok(undefined);
}

/** Gives a person another PIN in the name of a manager. */
export async function setPin(
  till: Till,
  by: By,
  input: { readonly personId: string; readonly newPin: string },
): Promise<Result<void, 'unknown-operator' | PinProblem>> {
  const refusal = whyNotNewPin(till, input);
  if (refusal !== null) return err(refusal);
  await till.operators.setPin(input.personId, input.newPin, by);
  till.touch();
  return ok(undefined);
}

/** Access Key and Secret Key of the store, as a person types them, and the PIN that a manager chooses. */
interface Recovery {
  readonly personId: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly newPin: string;
}

/**
 * Gives a manager who forgot the PIN another one. The proof are the keys that the till uses, which the panel of the gateway
 * shows to the owner of the store. Who has them can refund without this till.
 */
export async function recoverPin(
  { till: openTill, credentials, training }: Pick<Core, 'till' | 'credentials' | 'training'>,
  via: Via,
  { personId, accessKey, secretKey, newPin }: Recovery,
): Promise<Result<void, 'keys-differ' | 'unknown-operator' | PinProblem>> {
  const till = openTill();
  const refusal = whyNotNewPin(till, { personId, newPin });
  if (refusal !== null) return err(refusal);
  if (till.operators.byId(personId)?.role !== 'manager') return err('unknown-operator');
  const own = credentials() ?? training()?.credentials;
  if (own === undefined) return err('keys-differ');
  const isAccess = isSame(own.accessKey, accessKey.trim());
  const isSecret = isSame(own.secretKey, secretKey.trim());
  if (!isAccess || !isSecret) return err('keys-differ');
  await till.operators.setPin(personId, newPin, { actor: personId, via }, true);
  till.touch();
  return ok(undefined);
}

/**
 * Gives the manager of a till without windows the PIN of its PIN file. Without a manager of this name, the only manager. Only who
 * can start a till on the data folder can ask for it.
 */
export async function recoverHeadless(
  till: Till,
  by: By,
  { name, pin }: { readonly name: string; readonly pin: string },
): Promise<Result<void, 'unknown-operator' | PinProblem>> {
  const named = till.operators.byName(name);
  const managers = till.operators.all().filter(({ role }) => role === 'manager');
  const person = named ?? (managers.length === 1 ? managers[0] : undefined);
  if (person === undefined) return err('unknown-operator');
  const chosen = choosePin('manager', pin);
  if (!chosen.ok) return chosen;
  await till.operators.setPin(person.id, pin, by, true);
  till.touch();
  return ok(undefined);
}

/** Compares two texts in a time that does not depend on them. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** Returns why a person cannot get this name, or null. */
export function whyNotRenamed(
  { operators }: People,
  { personId, name }: { readonly personId: string; readonly name: string },
): 'unknown-operator' | 'name-taken' | null {
  if (operators.byId(personId) === null) return 'unknown-operator';
  const named = operators.idOfName(name);
  return named === null || named === personId ? null : 'name-taken';
}

/** Gives a person another name. */
export function renamePerson(
  till: Till,
  by: By,
  input: { readonly personId: string; readonly name: string },
): Result<void, 'unknown-operator' | 'name-taken'> {
  const refusal = whyNotRenamed(till, input);
  if (refusal !== null) return err(refusal);
  till.operators.rename(input.personId, input.name, by);
  till.touch();
  return ok(undefined);
}

/** Returns why a person cannot get this role, or null. The till keeps a manager. */
export function whyNotRole(
  { operators }: People,
  { personId, role }: { readonly personId: string; readonly role: PersonRole },
): 'unknown-operator' | 'last-manager' | null {
  const person = operators.byId(personId);
  if (person === null) return 'unknown-operator';
  return role !== 'manager' && isLastManager(operators.all(), person) ? 'last-manager' : null;
}

function isLastManager(all: readonly Operator[], { id, role }: Operator): boolean {
  return role === 'manager' && all.every((other) => other.role !== 'manager' || other.id === id);
}

/** Gives a person another role. */
export function setRole(
  till: Till,
  by: By,
  input: { readonly personId: string; readonly role: PersonRole },
): Result<void, 'unknown-operator' | 'last-manager'> {
  const refusal = whyNotRole(till, input);
  if (refusal !== null) return err(refusal);
  till.operators.setRole(input.personId, input.role, by);
  till.touch();
  return ok(undefined);
}

/** Returns why a person cannot be deactivated, or null: the last manager, and the person whose shift is open. */
export function whyNotDeactivated(
  { operators, shifts }: Pick<Till, 'operators' | 'shifts'>,
  { personId }: { readonly personId: string },
): 'unknown-operator' | 'last-manager' | 'has-shift' | null {
  const person = operators.byId(personId);
  if (person === null) return 'unknown-operator';
  if (isLastManager(operators.all(), person)) return 'last-manager';
  return shifts.open()?.operatorId === personId ? 'has-shift' : null;
}

/** Deactivates a person who left. */
export function deactivatePerson(
  till: Till,
  by: By,
  input: { readonly personId: string },
): Result<void, NonNullable<ReturnType<typeof whyNotDeactivated>>> {
  const refusal = whyNotDeactivated(till, input);
  if (refusal !== null) return err(refusal);
  till.operators.deactivate(input.personId, by);
  till.touch();
  return ok(undefined);
}

/** Lifts the lock of a person's PIN. */
export function unlockPin(
  till: Till,
  by: By,
  { personId }: { readonly personId: string },
): Result<void, 'unknown-operator'> {
  if (till.operators.byId(personId) === null) return err('unknown-operator');
  till.operators.unlock(personId, by);
  till.touch();
  return ok(undefined);
}
