import type { Needs } from '../../../shared/contract/needs.ts';
import { VIA_WINDOW } from '../../../shared/domain/ledger-event/by.ts';
import { ACTORS } from '../../../shared/domain/people/actors.ts';
import { may, type Act } from '../../../shared/domain/roles/roles.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import {
  askManager,
  checkSignature,
  type Signature,
  type SignatureError,
} from '../directory/people/ask-manager.ts';
import type { Till } from '../till/till.ts';
import type { ManagerDesk } from './manager-desk.ts';

type Refusal = SignatureError | { readonly code: 'not-signed-in' | 'manager-needed' };

/** What an input can be signed with. */
export interface Signed {
  readonly managerId?: string;
  readonly pin?: string;
  readonly managerPin?: string;
}

/**
 * Checks the needs of a call. Returns the actor of the call, or the refusal.
 *
 * @param refusedAlready called before the PIN is checked. Returns the code of the call's own refusal that needs no PIN, or null.
 */
export async function meetNeeds<E extends string = never>(
  needs: Needs,
  input: Signed,
  till: Till,
  desk: ManagerDesk,
  refusedAlready: () => E | null = () => null,
): Promise<Result<string, Refusal | { readonly code: E }>> {
  const there = whoIsThere(needs, till, desk);
  if (!there.ok) return there;
  const refused = refusedAlready();
  if (refused !== null) return err({ code: refused });
  const shiftId = till.shifts.open()?.id;
  const { managerId, managerPin, pin } = input;
  const proven = await checkPin(needs, { managerId, pin: managerPin ?? pin }, till, desk);
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
  const manager = presentManager(till, desk, needs.manager);
  return manager === null ? err({ code: 'manager-needed' }) : ok(manager);
}

/** Checks the PIN. Returns the id of its person, the refusal, or null if the call needs no PIN. */
async function checkPin(
  needs: Needs,
  signature: Signature,
  till: Till,
  desk: ManagerDesk,
): Promise<Result<string, SignatureError> | null> {
  const present = needs.signature ?? needs.signatureOnceManaged;
  const there =
    present === undefined || signature.pin !== undefined ? null : presentManager(till, desk, present);
  if (there !== null) return ok(there);
  const pin = needs.pin ?? needs.signature;
  if (pin !== undefined) {
    const checked = await checkSignature(till.operators, pin, signature, VIA_WINDOW);
    return checked.ok ? ok(checked.value.id) : checked;
  }
  const onceManaged = needs.pinOnceManaged ?? needs.signatureOnceManaged;
  return onceManaged === undefined ? null : askManager(till.operators, onceManaged, signature, VIA_WINDOW);
}

/** Returns the id of the manager who has entered at this window, if that manager may do `act`, else null. */
function presentManager(till: Till, desk: ManagerDesk, act: Act): string | null {
  const id = desk.present();
  const manager = id === null ? null : till.operators.byId(id);
  return manager !== null && may(manager.role, act) ? manager.id : null;
}

/** Returns the id of the person whose shift is open, if that person may do `act`, else null. */
function signedIn(till: Till, act: Act): string | null {
  const shift = till.shifts.open();
  const person = shift === null ? null : till.operators.byId(shift.operatorId);
  return person !== null && may(person.role, act) ? person.id : null;
}
