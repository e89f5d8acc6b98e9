import { MANAGER_IDLE_MS } from '../../../shared/domain/manager/idle.ts';
import type { Clock } from '../../../shared/kernel/time.ts';

/** Knows whether a manager is at the manager's screens of a window. Each window's port has one. It ends with the port. */
export interface ManagerDesk {
  /** Records that a manager entered. The entry is valid until this shift ends. */
  open(managerId: string, shiftId: string): void;
  /** Records that the manager left. */
  leave(): void;
  /**
   * Returns the id of the manager at the screens. Null if no manager entered, if another shift is open, or if `stay` was not
   * called for `MANAGER_IDLE_MS`. Calls that read do not count, because the screens read after each change of the till.
   */
  present(): string | null;
  /** Starts the idle time again after a person touched the window, unless it is already over. */
  stay(): void;
}

/**
 * Creates a desk without a manager.
 *
 * @param openShift returns the id of the open shift, or null.
 * @param onGone called once if the time or the shift of a manager is over without a call of `leave`, at the next check.
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
