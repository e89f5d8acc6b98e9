import type { Needs } from '../../../shared/contract/needs.ts';
import { ACTORS } from '../../../shared/domain/people/actors.ts';
import { may, type Act } from '../../../shared/domain/roles/roles.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { askManager } from '../directory/people/ask-manager.ts';
import type { PinError } from '../directory/people/operators.ts';
import type { Till } from '../till/till.ts';
import type { ManagerDesk } from './manager-desk.ts';

type Refusal = PinError | { readonly code: 'not-signed-in' | 'manager-needed' };

/** The PINs that an input may bring. */
interface Pins {
  readonly pin?: string;
  readonly managerPin?: string;
}

/** Checks the needs of a call. Gives the id in whose name it is done, or why it is refused. */
export async function meetNeeds(
  needs: Needs,
  input: Pins,
  till: Till,
  desk: ManagerDesk,
): Promise<Result<string, Refusal>> {
  const there = whoIsThere(needs, till, desk);
  if (!there.ok) return there;
  const shiftId = till.shifts.open()?.id;
  const proven = await checkPin(needs, input.managerPin ?? input.pin, till);
  if (proven === null || !proven.ok) return proven ?? there;
  // The check of a PIN takes time: the shift may have ended meanwhile, and the manager be gone.
  const still = whoIsThere(needs, till, desk);
  if (!still.ok) return still;
  if (needs.signedIn !== undefined && till.shifts.open()?.id !== shiftId)
    return err({ code: 'not-signed-in' });
  return proven;
}

/** The needs that ask for no PIN. */
function whoIsThere(needs: Needs, till: Till, desk: ManagerDesk): Result<string, Refusal> {
  const person = signedIn(till, needs.signedIn ?? 'sell');
  if (needs.signedIn !== undefined && person === null) return err({ code: 'not-signed-in' });
  if (needs.manager === undefined) return ok(person ?? ACTORS.window);
  const id = desk.present();
  const manager = id === null ? null : till.operators.byId(id);
  if (manager === null || !may(manager.role, needs.manager)) return err({ code: 'manager-needed' });
  return ok(manager.id);
}

/** Null when no PIN is needed. */
async function checkPin(
  { pin, pinOnceManaged }: Needs,
  given: string | undefined,
  till: Till,
): Promise<Result<string, PinError> | null> {
  if (pin !== undefined) {
    const checked = await till.operators.checkFor(pin, given ?? '');
    return checked.ok ? ok(checked.value.id) : checked;
  }
  return pinOnceManaged === undefined ? null : askManager(till.operators, pinOnceManaged, given);
}

/** Who is signed in at this till and may do this: the person whose shift is open, or null. */
export function signedIn(till: Till, act: Act = 'sell'): string | null {
  const shift = till.shifts.open();
  const person = shift === null ? null : till.operators.byId(shift.operatorId);
  return person !== null && may(person.role, act) ? person.id : null;
}
