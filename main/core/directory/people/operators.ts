import { ACTORS } from '../../../../shared/domain/people/actors.ts';
import { may, type Act, type PersonRole } from '../../../../shared/domain/roles/roles.ts';
import { oneAtATime } from '../../../../shared/kernel/one-at-a-time.ts';
import type { Random } from '../../../../shared/kernel/random.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { SECOND, type Clock } from '../../../../shared/kernel/time.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { hashPin, verifyPin } from './pin.ts';

export interface Operator {
  readonly id: string;
  readonly name: string;
  readonly role: PersonRole;
}

export type PinError = { readonly code: 'wrong-pin' } | { readonly code: 'wait'; readonly waitMs: number };

/** The people of a till. PINs are checked slowly, and failures make the next try wait, for that person alone. */
export interface Operators {
  all(): Operator[];
  byId(id: string): Operator | null;
  byName(name: string): Operator | null;
  add(
    name: string,
    role: Operator['role'],
    pin: string,
    actor: string,
  ): Promise<Result<Operator, 'name-taken'>>;
  check(id: string, pin: string): Promise<Result<Operator, PinError>>;
  /**
   * Finds the person whose PIN this is among those whose role lets them do this. Failures count against each of them,
   * since one was guessed at.
   */
  checkFor(act: Act, pin: string): Promise<Result<Operator, PinError>>;
}

/** Three tries are free; then each failure doubles the wait, up to this, ms. */
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
    // A clock that was set back must not turn a wait of seconds into hours.
    return since < 0 ? 0 : Math.max(0, wait - since);
  };

  const failed = (rows: readonly Row[]): Result<never, PinError> => {
    const names = rows.map(({ name }) => name).join(', ');
    ledger.record('pin-failed', { who: names }, ACTORS.machine, () => {
      for (const { id } of rows) fail.run(clock.now(), id);
    });
    return err({ code: 'wrong-pin' });
  };

  // One PIN at a time: guesses that are made side by side would all be free.
  const inTurn = oneAtATime();

  const check = async (id: string, pin: string): Promise<Result<Operator, PinError>> => {
    const row = byId.get(id);
    if (row === undefined) return err({ code: 'wrong-pin' });
    const waitMs = waitOf(row);
    if (waitMs > 0) return err({ code: 'wait', waitMs });
    if (!(await verifyPin(pin, row.pin_hash))) return failed([row]);
    if (row.failures > 0) clear.run(id);
    return ok(plain(row));
  };

  const checkFor = async (act: Act, pin: string): Promise<Result<Operator, PinError>> => {
    const allowed = all.all().filter(({ role }) => may(role, act));
    const waitMs = Math.max(0, ...allowed.map(waitOf));
    if (waitMs > 0) return err({ code: 'wait', waitMs });
    for (const row of allowed) {
      if (!(await verifyPin(pin, row.pin_hash))) continue;
      for (const { id, failures } of allowed) if (failures > 0) clear.run(id);
      return ok(plain(row));
    }
    return failed(allowed);
  };

  return {
    all: () => all.all().map(plain),
    byId: (id) => plainOrNull(byId.get(id)),
    byName: (name) => plainOrNull(byName.get(name)),
    async add(name, role, pin, actor) {
      if (byName.get(name) !== undefined) return err('name-taken');
      const hash = await hashPin(pin);
      if (byName.get(name) !== undefined) return err('name-taken');
      const operator = { id: Buffer.from(random.bytes(8)).toString('hex'), name, role };
      ledger.record('operator-added', operator, actor, () => {
        insert.run(operator.id, name, role, hash, clock.now());
      });
      return ok(operator);
    },
    check: (id, pin) => inTurn(() => check(id, pin)),
    checkFor: (act, pin) => inTurn(() => checkFor(act, pin)),
  };
}

function plain({ id, name, role }: Row): Operator {
  return { id, name, role };
}

function plainOrNull(row: Row | undefined): Operator | null {
  return row === undefined ? null : plain(row);
}
