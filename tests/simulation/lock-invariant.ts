import type { Shift } from '../../main/core/shifts/shift.ts';
import type { Till } from '../../main/core/till/till.ts';

/** I16: a locked till stays locked, with the same shift of the same operator, until a person unlocks it. */
export interface LockWatcher {
  /** The shift that was locked. Null once it may be unlocked. */
  told(locked: Shift | null): void;
  observe(till: Till): void;
}

export function createLockWatcher(claim: (holds: boolean, what: string) => void): LockWatcher {
  let locked: Shift | null = null;
  return {
    told: (shift) => void (locked = shift),
    observe({ shifts }) {
      if (locked === null) return;
      const open = shifts.open();
      const isSame = open?.id === locked.id && open.operatorId === locked.operatorId;
      claim(
        isSame && shifts.lockedSince() !== null,
        `I16 the shift of ${locked.operatorId} is not locked any more`,
      );
    },
  };
}
