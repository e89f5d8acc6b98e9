import type { By, Via } from '../../../shared/domain/ledger-event/by.ts';
import type { LockCause } from '../../../shared/domain/ledger-event/till-event.ts';
import { ACTORS } from '../../../shared/domain/people/actors.ts';
import { may } from '../../../shared/domain/roles/roles.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Operator } from '../directory/people/operators.ts';
import type { PinError } from '../directory/people/pin-checks.ts';
import type { Closing } from '../ledger/projections/closing-repo.ts';
import type { Shift } from '../shifts/shift.ts';
import type { Till } from '../till/till.ts';

/** Why a person was not signed in. */
type SignInError = PinError | { readonly code: 'unknown-operator' | 'shift-of-another' };

/** Signs a person in by id and PIN: opens a shift, or continues the person's open shift. */
export async function signIn(
  till: Till,
  via: Via,
  { operatorId, pin }: { readonly operatorId: string; readonly pin: string },
): Promise<Result<Operator, SignInError>> {
  if (till.operators.byId(operatorId) === null) return err({ code: 'unknown-operator' });
  if (isShiftOfAnother(till, operatorId)) return err({ code: 'shift-of-another' });
  const checked = await till.operators.check(operatorId, pin, via);
  if (!checked.ok) return checked;
  const shift = openShift(till, { actor: operatorId, via });
  return shift.ok ? checked : err({ code: shift.error });
}

/** Locks the till for a person who leaves it for a while. Its charge goes on. */
export function lockTill(till: Till, by: By, cause: LockCause): void {
  const locked = till.shifts.lock(by, cause);
  if (!locked.ok) throw new Error('a till without a shift cannot be locked');
  till.touch();
}

/** Unlocks the till by id and PIN. Another person than the operator takes over the shift and its charges. */
export async function unlockTill(
  till: Till,
  via: Via,
  { operatorId, pin }: { readonly operatorId: string; readonly pin: string },
): Promise<Result<Operator, PinError | { readonly code: 'unknown-operator' | 'not-locked' }>> {
  if (till.operators.byId(operatorId) === null) return err({ code: 'unknown-operator' });
  if (till.shifts.lockedSince() === null) return err({ code: 'not-locked' });
  const checked = await till.operators.check(operatorId, pin, via);
  if (!checked.ok) return checked;
  const unlocked = till.shifts.unlock({ actor: operatorId, via });
  if (!unlocked.ok) return err({ code: unlocked.error });
  till.touch();
  return checked;
}

/** True if a shift is open that neither this person nor the shop's software opened. Asked before a PIN. */
export function isShiftOfAnother({ shifts }: Pick<Till, 'shifts'>, operatorId: string): boolean {
  const open = shifts.open();
  return open !== null && open.operatorId !== ACTORS.api && open.operatorId !== operatorId;
}

/** Opens a shift of this person, whose PIN was checked, or continues the person's open shift. */
export function openShift(till: Till, by: By): Result<Shift, 'shift-of-another'> {
  const shift = till.shifts.begin(by);
  if (shift.ok) till.touch();
  return shift;
}

/** Why the shift was not closed. `chargeIds`: the charges that hold it. */
export type CloseError =
  | { readonly code: 'no-shift' }
  | { readonly code: 'shift-of-another' }
  | { readonly code: 'unsettled-charge'; readonly chargeIds: readonly string[] };

/**
 * Closes the open shift and returns its closing. A person closes their own shift, and a shift of the shop's software. A manager
 * closes every shift. If the shift of `shiftId` was closed before, returns its closing to every caller.
 */
export function closeShift(till: Till, by: By, shiftId?: string): Result<Closing, CloseError> {
  const open = till.shifts.open();
  const isOver = shiftId !== undefined && open?.id !== shiftId;
  if (open !== null && !isOver && !mayClose(till, by.actor, open)) return err({ code: 'shift-of-another' });
  const ended = till.shifts.end(by, shiftId);
  if (!ended.ok) return ended;
  till.touch();
  return ok(ended.value);
}

function mayClose(till: Till, actor: string, { operatorId }: Shift): boolean {
  const person = till.operators.byId(actor);
  if (person === null || !may(person.role, 'close-shift')) return false;
  return operatorId === person.id || operatorId === ACTORS.api || person.role === 'manager';
}
