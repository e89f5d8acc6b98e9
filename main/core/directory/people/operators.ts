import type { By, Via } from '../../../../shared/domain/ledger-event/by.ts';
import type { Act, PersonRole } from '../../../../shared/domain/roles/roles.ts';
import type { Random } from '../../../../shared/kernel/random.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { pinDigest } from '../../ledger/projections/people-event.ts';
import { createPeopleRows, type PersonRow } from './people-rows.ts';
import { noteDigests } from './note-digests.ts';
import { createPinChecks, type PinError } from './pin-checks.ts';
import { createPinWaits, type PinWaits } from './pin-waits.ts';
import { hashPin, PUBLIC_PIN_COST } from './pin.ts';

/** A person of a till. */
export interface Operator {
  readonly id: string;
  readonly name: string;
  readonly role: PersonRole;
}

/** The people of a till. The check of a PIN is slow. Each change is an event of the ledger and says who made it. */
export interface Operators {
  /** Returns the people who work here. People who left are in no list, and their PIN is never checked. */
  all(): Operator[];
  /** Returns a person who works here, or null. */
  byId(id: string): Operator | null;
  /** Returns the person of this name who works here, in capital or small letters, or null. */
  byName(name: string): Operator | null;
  /** Returns the id of the person who has or had this name, or null. Names are used once, because past sales are read with them. */
  idOfName(name: string): string | null;
  /** Returns the name of a person, also of one who left. Past sales are read with it. */
  nameOf(id: string): string | null;
  /** Returns the people whose PIN is locked. */
  locked(): Operator[];
  /** Adds a person. A name is used once, also if its person left. `isPublic`: everybody may know the PIN. */
  add(
    name: string,
    role: PersonRole,
    pin: string,
    by: By,
    isPublic?: boolean,
  ): Promise<Result<Operator, 'name-taken'>>;
  /** Gives a person who works here another PIN. Forgets the wrong PINs and lifts a lock. `recovered`: not with a PIN. */
  setPin(id: string, pin: string, by: By, recovered?: boolean): Promise<void>;
  /** Gives a person another name, which is not used yet. */
  rename(id: string, name: string, by: By): void;
  setRole(id: string, role: PersonRole, by: By): void;
  /** A person left. */
  deactivate(id: string, by: By): void;
  /** Lifts the lock of a person's PIN. */
  unlock(id: string, by: By): void;
  /**
   * Returns the person if this is the person's PIN. A wrong PIN is recorded with `via`, and only a right PIN of the same person
   * clears it.
   */
  check(id: string, pin: string, via: Via): Promise<Result<Operator, PinError>>;
  /**
   * Returns the person with this PIN among the people whose role allows the act. For programs that send a PIN without a name. A
   * wrong PIN is recorded with `via` and counts for no person.
   */
  checkUnnamed(act: Act, pin: string, via: Via): Promise<Result<Operator, PinError>>;
}

/** How the PINs of a till are checked. */
interface OperatorsOptions {
  /** The waits of this run, if the people are opened more than once in it. */
  readonly waits?: PinWaits;
  /** False in training, whose PINs are public. */
  readonly locks: boolean;
  /** Called after a PIN was locked or a lock was lifted. */
  readonly onLocks?: () => void;
}

/** Creates the people of a till over its ledger. */
export function createOperators(
  ledger: Ledger,
  clock: Clock,
  random: Random,
  options: OperatorsOptions = { locks: true },
): Operators {
  const rows = createPeopleRows(ledger.db);
  noteDigests(ledger, rows);
  const checks = createPinChecks({
    ledger,
    rows,
    waits: options.waits ?? createPinWaits(clock),
    locks: options.locks,
    onLocks: () => options.onLocks?.(),
  });
  const working = (row: PersonRow | undefined): Operator | null => (row?.active === 1 ? plain(row) : null);
  const existing = (id: string): PersonRow => {
    const row = rows.byId(id);
    if (row === undefined) throw new Error(`no person ${id}`);
    return row;
  };
  const checked = async (
    check: Promise<Result<PersonRow, PinError>>,
  ): Promise<Result<Operator, PinError>> => {
    const result = await check;
    return result.ok ? ok(plain(result.value)) : result;
  };

  return {
    all: () => rows.working().map(plain),
    byId: (id) => working(rows.byId(id)),
    byName: (name) => working(rows.byName(name)),
    idOfName: (name) => rows.byName(name)?.id ?? null,
    nameOf: (id) => rows.byId(id)?.name ?? null,
    locked: () => rows.working().filter(checks.isLocked).map(plain),
    async add(name, role, pin, by, isPublic = false) {
      if (rows.byName(name) !== undefined) return err('name-taken');
      const hash = await hashPin(pin, random, isPublic ? PUBLIC_PIN_COST : undefined);
      if (rows.byName(name) !== undefined) return err('name-taken');
      const operator = { id: Buffer.from(random.bytes(8)).toString('hex'), name, role };
      ledger.record('operator-added', { ...operator, pinDigest: pinDigest(hash) }, by, (at) => {
        rows.insert({ ...operator, pin_hash: hash }, at);
      });
      return ok(operator);
    },
    async setPin(id, pin, by, recovered = false) {
      const hash = await hashPin(pin, random);
      const { name } = existing(id);
      const body = { id, name, pinDigest: pinDigest(hash), ...(recovered ? { recovered } : {}) };
      ledger.record('person-pin-changed', body, by, () => rows.setPin(id, hash));
      options.onLocks?.();
    },
    rename(id, name, by) {
      const from = existing(id).name;
      ledger.record('person-renamed', { id, from, name }, by, () => rows.rename(id, name));
      options.onLocks?.();
    },
    setRole(id, role, by) {
      const { name } = existing(id);
      ledger.record('person-role-changed', { id, name, role }, by, () => rows.setRole(id, role));
    },
    deactivate(id, by) {
      const { name } = existing(id);
      ledger.record('person-deactivated', { id, name }, by, () => rows.deactivate(id));
      options.onLocks?.();
    },
    unlock: (id, by) => checks.unlock(existing(id), by),
    check: (id, pin, via) => checked(checks.check(id, pin, via)),
    checkUnnamed: (act, pin, via) => checked(checks.checkUnnamed(act, pin, via)),
  };
}

function plain({ id, name, role }: PersonRow): Operator {
  return { id, name, role };
}
