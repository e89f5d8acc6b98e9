import { contract, type MethodName } from '../../../shared/contract/index.ts';
import { MANAGER_IDLE_MS } from '../../../shared/domain/manager/idle.ts';
import { may, type Act } from '../../../shared/domain/roles/roles.ts';
import type { Handlers } from '../../../shared/rpc/server.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import type { Core } from '../till/core.ts';
import type { Operator } from '../directory/people/operators.ts';
import { fail } from './words.ts';
import type { Till } from '../till/till.ts';

/** Whether a manager stands at a window. There is one for each window's port, and it ends with the port. */
export interface ManagerDesk {
  /** Opens it for a manager, for as long as this shift lasts. */
  open(managerId: string, shiftId: string): void;
  leave(): void;
  /**
   * The manager who is there, or null: nobody entered, the shift is another one, or no hand was seen for
   * `MANAGER_IDLE_MS`. Asking is no sign of life, since the screens read themselves again whenever the till moves.
   */
  present(): string | null;
  /** A hand was seen at the window: the time begins anew, if it is not over. */
  stay(): void;
}

/**
 * A desk that nobody stands at. `openShift` names the shift of now, or null. `onGone` is told once of a manager who did
 * not leave by the door, when that is seen: the time was over, or the shift.
 */
export function createManagerDesk(
  clock: () => Clock,
  openShift: () => string | null,
  onGone: (managerId: string) => void,
): ManagerDesk {
  let there: { readonly id: string; readonly shiftId: string; seenAt: number } | null = null;
  const present = (): string | null => {
    if (there === null) return null;
    const isIdle = clock().monotonic() - there.seenAt > MANAGER_IDLE_MS;
    const { id, shiftId } = there;
    if (!isIdle && openShift() === shiftId) return id;
    there = null;
    onGone(id);
    return null;
  };
  return {
    open: (id, shiftId) => void (there = { id, shiftId, seenAt: clock().monotonic() }),
    leave: () => void (there = null),
    present,
    stay() {
      if (present() !== null && there !== null) there.seenAt = clock().monotonic();
    },
  };
}

/** The till of now, and the manager who is there. */
export interface ManagerThere {
  readonly till: Till;
  readonly manager: Operator;
}

/** Who is at the desk and may do this; null while nobody is. */
export function managerAt(core: Core, desk: ManagerDesk, act: Act): ManagerThere | null {
  const till = core.till();
  const id = desk.present();
  const manager = id === null ? null : till.operators.byId(id);
  return manager !== null && may(manager.role, act) ? { till, manager } : null;
}

type Handler = (input: never) => ReturnType<Handlers[MethodName]>;

/**
 * The same handlers, where every method that names `manager-needed` is refused unless a manager is there. What needs a
 * manager stands in the contract; which act of the table of roles it is, where it is done.
 */
export function guardManager(handlers: Handlers, desk: ManagerDesk): Handlers {
  const guarded = Object.entries(handlers).map(([name, handler]) => {
    const errors: readonly string[] = contract[name as MethodName].errors;
    if (!errors.includes('manager-needed')) return [name, handler];
    const refuse: Handler = (input) =>
      desk.present() === null ? fail('manager-needed' as never) : (handler as Handler)(input);
    return [name, refuse];
  });
  return Object.fromEntries(guarded) as Handlers;
}
