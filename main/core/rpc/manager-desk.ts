import { MANAGER_IDLE_MS } from '../../../shared/domain/manager/idle.ts';
import type { Clock } from '../../../shared/kernel/time.ts';

/** Whether a manager is at the manager's screens of a window. There is one for each window's port, and it ends with the port. */
export interface ManagerDesk {
  /** Opens it for a manager, for as long as this shift lasts. */
  open(managerId: string, shiftId: string): void;
  leave(): void;
  /**
   * The manager who is there. Null if no manager entered, if the shift is another one, or if `stay` was not called for
   * `MANAGER_IDLE_MS`. A call that reads does not count, because the screens read by themselves whenever the till moves.
   */
  present(): string | null;
  /** A person touched the window: the time begins anew, if it is not over. */
  stay(): void;
}

/**
 * Makes a desk without a manager. `openShift` gives the id of the open shift, or null. `onGone` is called once for a
 * manager who did not call `leave`, when it is seen that the time or the shift was over.
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
