import type { Via } from '../../../../shared/domain/ledger-event/by.ts';
import { ACTORS } from '../../../../shared/domain/people/actors.ts';
import { may, type Act } from '../../../../shared/domain/roles/roles.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Operator, Operators } from './operators.ts';
import type { PinError } from './pin-checks.ts';

/** How a person signs an act: the person, and the person's PIN. An absent PIN is empty. */
export interface Signature {
  /** Absent where only one person may do the act. */
  readonly managerId?: string | undefined;
  readonly pin?: string | undefined;
}

/** Why a signature was refused. */
export type SignatureError = PinError | { readonly code: 'unknown-manager' };

/**
 * Returns the person who signs an act. If the signature names no person, it must be the only one who may do the act. An empty
 * PIN is refused without a check, because it must not count as a wrong one.
 */
export async function checkSignature(
  operators: Operators,
  act: Act,
  { managerId, pin = '' }: Signature,
  via: Via,
): Promise<Result<Operator, SignatureError>> {
  const signer = signerOf(operators, act, managerId);
  if (signer === null) return err({ code: 'unknown-manager' });
  return pin === '' ? err({ code: 'wrong-pin' }) : operators.check(signer.id, pin, via);
}

/** Returns the person of this id if that person may do the act; without an id, the only person who may. Null if there is none. */
export function signerOf(
  operators: Pick<Operators, 'all'>,
  act: Act,
  id: string | undefined,
): Operator | null {
  const allowed = operators.all().filter(({ role }) => may(role, act));
  if (id !== undefined) return allowed.find((person) => person.id === id) ?? null;
  return allowed.length === 1 ? (allowed[0] ?? null) : null;
}

/** Returns the id of the person who signs. While the till has no manager, returns the actor `first-run`. */
export async function askManager(
  operators: Operators,
  act: Act,
  signature: Signature,
  via: Via,
): Promise<Result<string, SignatureError>> {
  if (!hasManager(operators)) return ok(ACTORS.firstRun);
  const manager = await checkSignature(operators, act, signature, via);
  return manager.ok ? ok(manager.value.id) : manager;
}

/** True if the till has a manager. */
export function hasManager(operators: Pick<Operators, 'all'>): boolean {
  return operators.all().some(({ role }) => role === 'manager');
}
