import type { By, Via } from '../../../../shared/domain/ledger-event/by.ts';
import { ACTORS } from '../../../../shared/domain/people/actors.ts';
import { may, type Act } from '../../../../shared/domain/roles/roles.ts';
import { oneAtATime } from '../../../../shared/kernel/one-at-a-time.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { HOUR } from '../../../../shared/kernel/time.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { PeopleRows, PersonRow } from './people-rows.ts';
import { verifyPin } from './pin.ts';
import { TRIES_TO_LOCK, type PinWaits } from './pin-waits.ts';

/**
 * Why a PIN was refused. `waitMs`: how long until the next try. `pin-locked`: after too many wrong PINs, no PIN of this person
 * is checked until another manager lifts the lock or the person gets a new PIN.
 */
export type PinError =
  | { readonly code: 'wrong-pin' }
  | { readonly code: 'wait'; readonly waitMs: number }
  | { readonly code: 'pin-locked' };

/** What the checks of a till need. */
export interface PinChecksPorts {
  readonly ledger: Ledger;
  readonly rows: PeopleRows;
  readonly waits: PinWaits;
  /** False in training, whose PINs are public: there wrong PINs wait and lock nothing. */
  readonly locks: boolean;
  /** Called after a PIN was locked or a lock was lifted. */
  readonly onLocks: () => void;
}

/** The checks of PINs, one at a time: of several guesses at the same time none would wait. */
export interface PinChecks {
  /** Returns the person if this is the person's PIN. Only a right PIN of the person clears the person's wrong ones. */
  check(id: string, pin: string, via: Via): Promise<Result<PersonRow, PinError>>;
  /**
   * Returns the person whose PIN this is among those whose role allows the act. A wrong PIN counts for no person. It makes the
   * next try without a name wait, and only time clears it: one wrong PIN an hour.
   */
  checkUnnamed(act: Act, pin: string, via: Via): Promise<Result<PersonRow, PinError>>;
  isLocked(row: Pick<PersonRow, 'failures'>): boolean;
  /** Lifts the lock of a person's PIN and forgets the wrong PINs. */
  unlock(row: PersonRow, by: By): void;
}

/** The key of the waits of tries that name no person. No person has an empty id. */
const UNNAMED = '';

/** Creates the checks over the people of a ledger. */
export function createPinChecks(ports: PinChecksPorts): PinChecks {
  const { ledger, rows, waits, locks, onLocks } = ports;
  const inTurn = oneAtATime();
  const isLocked = ({ failures }: Pick<PersonRow, 'failures'>): boolean => locks && failures >= TRIES_TO_LOCK;
  const isWorking = (row: PersonRow | undefined): row is PersonRow => row?.active === 1;

  const record = (who: readonly PersonRow[], via: Via, change: (at: number) => void): void => {
    // The person who typed the PIN is unknown, so the actor is Balcão.
    const by = { actor: ACTORS.machine, via };
    ledger.record('pin-failed', { who: who.map(({ name }) => name).join(', ') }, by, change);
  };

  const check = async (id: string, pin: string, via: Via): Promise<Result<PersonRow, PinError>> => {
    const row = rows.byId(id);
    if (!isWorking(row)) return err({ code: 'wrong-pin' });
    if (isLocked(row)) return err({ code: 'pin-locked' });
    const waitMs = waits.left(id, row.failures);
    if (waitMs > 0) return err({ code: 'wait', waitMs });
    const isRight = await verifyPin(pin, row.pin_hash);
    // The check takes time, in which the person may have left or got a new PIN.
    const now = rows.byId(id);
    if (!isWorking(now) || now.pin_hash !== row.pin_hash) return err({ code: 'wrong-pin' });
    if (isRight) {
      if (row.failures > 0) rows.forgetFailures(id);
      return ok(now);
    }
    record([row], via, (at) => rows.fail(id, at));
    waits.begin(id);
    if (isLocked({ failures: row.failures + 1 })) onLocks();
    return err({ code: 'wrong-pin' });
  };

  const checkUnnamed = async (act: Act, pin: string, via: Via): Promise<Result<PersonRow, PinError>> => {
    const forgiven = Math.floor(waits.since(UNNAMED) / HOUR);
    const failures = Math.max(0, rows.unnamedFailures() - forgiven);
    const waitMs = waits.left(UNNAMED, failures);
    if (waitMs > 0) return err({ code: 'wait', waitMs });
    const allowed = rows.working().filter((row) => may(row.role, act) && !isLocked(row));
    for (const row of allowed) if (await verifyPin(pin, row.pin_hash)) return ok(row);
    record(allowed, via, () => rows.setUnnamedFailures(failures + 1));
    waits.begin(UNNAMED);
    return err({ code: 'wrong-pin' });
  };

  // A wait that the last run began starts now, and not at the first try.
  for (const { id } of rows.working()) waits.since(id);
  waits.since(UNNAMED);

  return {
    check: (id, pin, via) => inTurn(() => check(id, pin, via)),
    checkUnnamed: (act, pin, via) => inTurn(() => checkUnnamed(act, pin, via)),
    isLocked,
    unlock({ id, name }, by) {
      ledger.record('pin-unlocked', { id, name }, by, () => rows.forgetFailures(id));
      onLocks();
    },
  };
}
