import type { By, Via } from '../../../../shared/domain/ledger-event/by.ts';
import { ACTORS } from '../../../../shared/domain/people/actors.ts';
import { may, type Act, type PersonRole } from '../../../../shared/domain/roles/roles.ts';
import { oneAtATime } from '../../../../shared/kernel/one-at-a-time.ts';
import type { Random } from '../../../../shared/kernel/random.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { SECOND, type Clock } from '../../../../shared/kernel/time.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { hashPin, verifyPin } from './pin.ts';

/** A person of a till. */
export interface Operator {
  readonly id: string;
  readonly name: string;
  readonly role: PersonRole;
}

/** Why a PIN was refused. `waitMs`: how long until the next try. */
export type PinError = { readonly code: 'wrong-pin' } | { readonly code: 'wait'; readonly waitMs: number };

/** The people of a till. The check of a PIN is slow. After wrong PINs of a person, the next try for that person waits. */
export interface Operators {
  all(): Operator[];
  byId(id: string): Operator | null;
  /** Returns the person of this name, in capital or small letters, or null. */
  byName(name: string): Operator | null;
  /** Adds a person. */
  add(name: string, role: Operator['role'], pin: string, by: By): Promise<Result<Operator, 'name-taken'>>;
  /** Returns the person if this is the person's PIN. A wrong PIN is recorded with `via`. */
  check(id: string, pin: string, via: Via): Promise<Result<Operator, PinError>>;
  /**
   * Returns the person whose PIN this is among those whose role allows the act. A wrong PIN counts for each of them and is
   * recorded with `via`.
   */
  checkFor(act: Act, pin: string, via: Via): Promise<Result<Operator, PinError>>;
}

/** The longest wait, ms. After three wrong PINs each further one doubles the wait up to this. */
const LONGEST_WAIT = 60 * SECOND;
const FREE_TRIES = 3;

interface Row {
  id: string;
  name: string;
  role: PersonRole;
  pin_hash: string;
  failures: number;
  last_failure_at_ms: number | null;
}

/** Creates the people of a till over its ledger. */
export function createOperators(ledger: Ledger, clock: Clock, random: Random): Operators {
  const { db } = ledger;
  const columns = 'id, name, role, pin_hash, failures, last_failure_at_ms';
  const all = db.prepare<[], Row>(`SELECT ${columns} FROM operator ORDER BY role DESC, name`);
  const byId = db.prepare<[string], Row>(`SELECT ${columns} FROM operator WHERE id = ?`);
  const byName = db.prepare<[string], Row>(`SELECT ${columns} FROM operator WHERE name = ? COLLATE NOCASE`);
  const insert = db.prepare(
    'INSERT INTO operator (id, name, role, pin_hash, created_at_ms) VALUES (?, ?, ?, ?, ?)',
  );
  const fail = db.prepare('UPDATE operator SET failures = failures + 1, last_failure_at_ms = ? WHERE id = ?');
  const clear = db.prepare('UPDATE operator SET failures = 0, last_failure_at_ms = NULL WHERE id = ?');

  const waitOf = (row: Row): number => {
    if (row.failures < FREE_TRIES || row.last_failure_at_ms === null) return 0;
    const wait = Math.min(LONGEST_WAIT, 2 ** (row.failures - FREE_TRIES + 1) * SECOND);
    const since = clock.now() - row.last_failure_at_ms;
    // If the clock was set back, the wait is over: else seconds could become hours.
    return since < 0 ? 0 : Math.max(0, wait - since);
  };

  const failed = (rows: readonly Row[], via: Via): Result<never, PinError> => {
    const names = rows.map(({ name }) => name).join(', ');
    // The person who typed the PIN is unknown, so the actor is Balcão.
    ledger.record('pin-failed', { who: names }, { actor: ACTORS.machine, via }, () => {
      for (const { id } of rows) fail.run(clock.now(), id);
    });
    return err({ code: 'wrong-pin' });
  };

  // Checks one PIN at a time. Of several guesses at the same time none would wait.
  const inTurn = oneAtATime();

  const check = async (id: string, pin: string, via: Via): Promise<Result<Operator, PinError>> => {
    const row = byId.get(id);
    if (row === undefined) return err({ code: 'wrong-pin' });
    const waitMs = waitOf(row);
    if (waitMs > 0) return err({ code: 'wait', waitMs });
    if (!(await verifyPin(pin, row.pin_hash))) return failed([row], via);
    if (row.failures > 0) clear.run(id);
    return ok(plain(row));
  };

  const checkFor = async (act: Act, pin: string, via: Via): Promise<Result<Operator, PinError>> => {
    const allowed = all.all().filter(({ role }) => may(role, act));
    const waitMs = Math.max(0, ...allowed.map(waitOf));
    if (waitMs > 0) return err({ code: 'wait', waitMs });
    for (const row of allowed) {
      if (!(await verifyPin(pin, row.pin_hash))) continue;
      for (const { id, failures } of allowed) if (failures > 0) clear.run(id);
      return ok(plain(row));
    }
    return failed(allowed, via);
  };

  return {
    all: () => all.all().map(plain),
    byId: (id) => plainOrNull(byId.get(id)),
    byName: (name) => plainOrNull(byName.get(name)),
    async add(name, role, pin, by) {
      if (byName.get(name) !== undefined) return err('name-taken');
      const hash = await hashPin(pin);
      if (byName.get(name) !== undefined) return err('name-taken');
      const operator = { id: Buffer.from(random.bytes(8)).toString('hex'), name, role };
      ledger.record('operator-added', operator, by, () => {
        insert.run(operator.id, name, role, hash, clock.now());
      });
      return ok(operator);
    },
    check: (id, pin, via) => inTurn(() => check(id, pin, via)),
    checkFor: (act, pin, via) => inTurn(() => checkFor(act, pin, via)),
  };
}

function plain({ id, name, role }: Row): Operator {
  return { id, name, role };
}

function plainOrNull(row: Row | undefined): Operator | null {
  return row === undefined ? null : plain(row);
}
