import type { Database } from 'better-sqlite3';
import type { PersonRole } from '../../../../shared/domain/roles/roles.ts';

/** A row of the table `operator`. `active` is 0 for a person who left. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly role: PersonRole;
  readonly pin_hash: string;
  readonly failures: number;
  readonly active: 0 | 1;
}

/** The rows of the people of a till. Every change is called inside the transaction of its event. */
export interface PeopleRows {
  /** Returns the people who work here: managers last, by name. */
  working(): PersonRow[];
  /** Returns a person by id, also one who left. */
  byId(id: string): PersonRow | undefined;
  /** Returns a person by name, in capital or small letters, also one who left. */
  byName(name: string): PersonRow | undefined;
  insert(person: Pick<PersonRow, 'id' | 'name' | 'role' | 'pin_hash'>, at: number): void;
  rename(id: string, name: string): void;
  setRole(id: string, role: PersonRole): void;
  /** Stores a new hash and forgets the wrong PINs. */
  setPin(id: string, hash: string): void;
  deactivate(id: string): void;
  fail(id: string, at: number): void;
  forgetFailures(id: string): void;
  /** The wrong PINs that named no person. */
  unnamedFailures(): number;
  setUnnamedFailures(failures: number): void;
}

/** Prepares the statements of the people. */
export function createPeopleRows(db: Database): PeopleRows {
  const columns = 'id, name, role, pin_hash, failures, active';
  const working = db.prepare<[], PersonRow>(
    `SELECT ${columns} FROM operator WHERE active = 1 ORDER BY role DESC, name`,
  );
  const byId = db.prepare<[string], PersonRow>(`SELECT ${columns} FROM operator WHERE id = ?`);
  const byName = db.prepare<[string], PersonRow>(
    `SELECT ${columns} FROM operator WHERE name = ? COLLATE NOCASE`,
  );
  const insert = db.prepare(
    'INSERT INTO operator (id, name, role, pin_hash, created_at_ms) VALUES (?, ?, ?, ?, ?)',
  );
  const rename = db.prepare('UPDATE operator SET name = ? WHERE id = ?');
  const setRole = db.prepare('UPDATE operator SET role = ? WHERE id = ?');
  const setPin = db.prepare(
    'UPDATE operator SET pin_hash = ?, failures = 0, last_failure_at_ms = NULL WHERE id = ?',
  );
  const deactivate = db.prepare('UPDATE operator SET active = 0 WHERE id = ?');
  const fail = db.prepare('UPDATE operator SET failures = failures + 1, last_failure_at_ms = ? WHERE id = ?');
  const forget = db.prepare('UPDATE operator SET failures = 0, last_failure_at_ms = NULL WHERE id = ?');
  const unnamed = db.prepare<[], number>('SELECT failures FROM unnamed_pin_tries').pluck();
  const setUnnamed = db.prepare('UPDATE unnamed_pin_tries SET failures = ?');
  return {
    working: () => working.all(),
    byId: (id) => byId.get(id),
    byName: (name) => byName.get(name),
    insert: ({ id, name, role, pin_hash }, at) => void insert.run(id, name, role, pin_hash, at),
    rename: (id, name) => void rename.run(name, id),
    setRole: (id, role) => void setRole.run(role, id),
    setPin: (id, hash) => void setPin.run(hash, id),
    deactivate: (id) => void deactivate.run(id),
    fail: (id, at) => void fail.run(at, id),
    forgetFailures: (id) => void forget.run(id),
    unnamedFailures: () => unnamed.get() ?? 0,
    setUnnamedFailures: (failures) => void setUnnamed.run(failures),
  };
}
