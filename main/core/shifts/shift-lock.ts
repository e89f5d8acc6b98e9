import type { By } from '../../../shared/domain/ledger-event/by.ts';
import type { LockCause } from '../../../shared/domain/ledger-event/till-event.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { EpochMs } from '../../../shared/kernel/time.ts';
import { createDiaryLog } from '../ledger/diary-log.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { TAKE_OVER_SHIFT } from '../ledger/projections/rebuild.ts';
import type { Shift } from './shift.ts';

/** The lock of the open shift: the operator is away, and the window takes nothing but a PIN. */
export interface ShiftLock {
  /** Returns since when the open shift is locked. Null if it is not, or if no shift is open. */
  lockedSince(): EpochMs | null;
  /** Locks the open shift. If it is locked, changes nothing. */
  lock(by: By, cause: LockCause): Result<void, 'no-shift'>;
  /** Unlocks the shift for `by.actor`. If the shift is another operator's, `by.actor` takes it over, with its charges. */
  unlock(by: By): Result<Shift, 'not-locked'>;
}

/** Creates the lock over the events of the ledger, so that it outlives a restart. */
export function createShiftLock(ledger: Ledger, open: () => Shift | null): ShiftLock {
  const takeOver = ledger.db.prepare(TAKE_OVER_SHIFT);
  let locked = readLock(ledger);

  const lockedShift = (): Shift | null => {
    const shift = open();
    return shift !== null && shift.id === locked?.shiftId ? shift : null;
  };

  return {
    lockedSince: () => (lockedShift() === null ? null : (locked?.at ?? null)),
    lock(by, cause) {
      const shift = open();
      if (shift === null) return err('no-shift');
      if (lockedShift() !== null) return ok(undefined);
      let at: EpochMs | null = null;
      ledger.record('till-locked', { shiftId: shift.id, cause }, by, (now) => void (at = now));
      if (at !== null) locked = { shiftId: shift.id, at };
      return ok(undefined);
    },
    unlock(by) {
      const shift = lockedShift();
      if (shift === null) return err('not-locked');
      const { id: shiftId, operatorId: from } = shift;
      if (from === by.actor) ledger.record('till-unlocked', { shiftId }, by);
      else
        ledger.record('shift-taken-over', { shiftId, operatorId: by.actor, from }, by, () =>
          takeOver.run(by.actor, shiftId),
        );
      locked = null;
      return ok({ ...shift, operatorId: by.actor });
    },
  };
}

/** Returns the shift that the newest event about a lock locked, or null. */
function readLock({ db }: Ledger): { readonly shiftId: string; readonly at: EpochMs } | null {
  const diary = createDiaryLog(db);
  const newest = (type: string) => diary.before(type, Number.MAX_SAFE_INTEGER, 1)[0];
  const lock = newest('till-locked');
  if (lock === undefined) return null;
  const isOver = ['till-unlocked', 'shift-taken-over'].some((type) => (newest(type)?.seq ?? 0) > lock.seq);
  return isOver ? null : { shiftId: String(lock.body['shiftId']), at: lock.at };
}
