import type { Via } from '../../../../shared/domain/ledger-event/by.ts';
import { ACTORS } from '../../../../shared/domain/people/actors.ts';
import type { Act } from '../../../../shared/domain/roles/roles.ts';
import { ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Operators, PinError } from './operators.ts';

/** Returns the id of the person whose PIN this is, if that person may do it. While the till has no manager, returns the actor `first-run`. */
export async function askManager(
  operators: Operators,
  act: Act,
  pin: string | undefined,
  via: Via,
): Promise<Result<string, PinError>> {
  if (!hasManager(operators)) return ok(ACTORS.firstRun);
  const manager = await operators.checkFor(act, pin ?? '', via);
  return manager.ok ? ok(manager.value.id) : manager;
}

/** True if the till has a manager. */
export function hasManager(operators: Pick<Operators, 'all'>): boolean {
  return operators.all().some(({ role }) => role === 'manager');
}
