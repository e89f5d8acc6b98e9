import type { Needs } from '../../../shared/contract/needs.ts';
import { VIA_WINDOW } from '../../../shared/domain/ledger-event/by.ts';
import { ACTORS } from '../../../shared/domain/people/actors.ts';
import { may, type Act } from '../../../shared/domain/roles/roles.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { askManager } from '../directory/people/ask-manager.ts';
import type { PinError } from '../directory/people/operators.ts';
import type { Till } from '../till/till.ts';
import type { ManagerDesk } from './manager-desk.ts';

type Refusal = PinError | { readonly code: 'not-signed-in' | 'manager-needed' };

/** The PINs that an input can contain. */
interface Pins {
  readonly pin?: string;
  readonly managerPin?: string;
}

/** Checks the needs of a call. Returns the actor of the call, or the refusal. */
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
  // Checks again, because the check of a PIN takes time: the shift may have ended and the manager may have left.
  const still = whoIsThere(needs, till, desk);
  if (!still.ok) return still;
  if (needs.signedIn !== undefined && till.shifts.open()?.id !== shiftId)
    return err({ code: 'not-signed-in' });
  return proven;
}

/** Checks the needs without a PIN. Returns the actor, or the refusal. */
function whoIsThere(needs: Needs, till: Till, desk: ManagerDesk): Result<string, Refusal> {
  const person = signedIn(till, needs.signedIn ?? 'sell');
  if (needs.signedIn !== undefined && person === null) return err({ code: 'not-signed-in' });
  if (needs.manager === undefined) return ok(person ?? ACTORS.window);
  const id = desk.present();
  const manager = id === null ? null : till.operators.byId(id);
  if (manager === null || !may(manager.role, needs.manager)) return err({ code: 'manager-needed' });
  return ok(manager.id);
}

/** Checks the PIN. Returns the id of its person, the refusal, or null if the call needs no PIN. */
async function checkPin(
  { pin, pinOnceManaged }: Needs,
  given: string | undefined,
  till: Till,
): Promise<Result<string, PinError> | null> {
  if (pin !== undefined) {
    const checked = await till.operators.checkFor(pin, given ?? '', VIA_WINDOW);
    return checked.ok ? ok(checked.value.id) : checked;
  }
  return pinOnceManaged === undefined ? null : askManager(till.operators, pinOnceManaged, given, VIA_WINDOW);
}

/** Returns the id of the person whose shift is open, if that person may do `act`, else null. */
function signedIn(till: Till, act: Act): string | null {
  const shift = till.shifts.open();
  const person = shift === null ? null : till.operators.byId(shift.operatorId);
  return person !== null && may(person.role, act) ? person.id : null;
}
