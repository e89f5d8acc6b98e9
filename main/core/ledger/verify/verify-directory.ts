import type { Database } from 'better-sqlite3';
import { isTillEvent, type TillEventType } from '../../../../shared/domain/ledger-event/till-event.ts';
import { foldPerson, isHashTold, PEOPLE_EVENTS, type ToldPerson } from '../projections/people-event.ts';
import { settingsOf } from '../projections/settings-event.ts';
import { decodeEvent, type RawEvent } from '../event-log.ts';
import { difference, type Fault } from './fault.ts';

/** Written by no event: the gateway's list of wallets is kept for a start without a connection, and is no setting. */
const WITHOUT_EVENT: readonly string[] = ['walletsLastListed'];

/** The types that change a person or a setting. The bodies of all others are not read. */
const NOTED: readonly string[] = [
  ...PEOPLE_EVENTS,
  'settings-changed',
  'wallet-chosen',
  'ledger-identified',
  'gateway-place-learned',
] satisfies TillEventType[];

/** What an event says of a row of a table, and the row of the ledger that says so. */
interface Said<T> {
  readonly seq: number;
  readonly value: T;
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly active: 0 | 1;
  readonly pin_hash: string;
}

/** Checks people, settings and the identity. Notes rows while the chain is read, then compares them with the tables. */
export interface DirectoryCheck {
  note(row: RawEvent): void;
  /**
   * Returns the first row that is missing, differs, or is in no event. The stored hash of a PIN must have the digest that the
   * events tell, unless an older version wrote none.
   */
  compare(): Fault | null;
}

export function createDirectoryCheck(db: Database): DirectoryCheck {
  const people = new Map<string, ToldPerson>();
  const settings = new Map<string, Said<string>>();
  const identities: number[] = [];
  return {
    note(row) {
      const { seq } = row;
      if (!NOTED.includes(row.type)) return;
      const event = decodeEvent(row);
      foldPerson(people, event);
      if (isTillEvent(event, 'ledger-identified')) identities.push(seq);
      for (const [key, value] of settingsOf(event)) settings.set(key, { seq, value: JSON.stringify(value) });
    },
    compare: () =>
      checkIdentities(identities) ??
      comparePeople(people, db) ??
      compareBothWays('setting', settings, readSettings(db)),
  };
}

/** A ledger says once of which till it is. The rows are those that say it. */
function checkIdentities(rows: readonly number[]): Fault | null {
  if (rows.length === 1) return null;
  return { code: 'identity', seq: rows[1] ?? null, subject: null, detail: `${rows.length} ≠ 1` };
}

/** Compares by name, which tells a person who reads the fault whom it is about. */
function comparePeople(told: ReadonlyMap<string, ToldPerson>, db: Database): Fault | null {
  const rows = db
    .prepare<[], PersonRow>('SELECT id, name, role, active, pin_hash FROM operator ORDER BY id')
    .all();
  const expected = [...told.values()].map(
    ({ seq, id, name, role, active }) =>
      [name, { seq, value: { id, name, role, active: active ? 1 : 0 } }] as const,
  );
  const found = rows.map(({ id, name, role, active }) => [name, { id, name, role, active }] as const);
  const odd = compareBothWays<object>('operator', new Map(expected), new Map(found));
  if (odd !== null) return odd;
  for (const { id, name, pin_hash } of rows) {
    const person = told.get(id);
    if (person === undefined || isHashTold(person, pin_hash)) continue;
    return { code: 'operator', seq: person.seq, subject: name, detail: 'pin' };
  }
  return null;
}

function readSettings(db: Database): ReadonlyMap<string, string> {
  const rows = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting ORDER BY key');
  const changed = rows.all().filter(({ key }) => !WITHOUT_EVENT.includes(key));
  return new Map(changed.map(({ key, value }) => [key, value]));
}

function compareBothWays<T>(
  code: 'operator' | 'setting',
  expected: ReadonlyMap<string, Said<T>>,
  found: ReadonlyMap<string, T>,
): Fault | null {
  for (const subject of new Set([...expected.keys(), ...found.keys()])) {
    const said = expected.get(subject);
    const odd = difference({ [subject]: said?.value }, { [subject]: found.get(subject) });
    if (odd !== null) return { code, seq: said?.seq ?? null, subject, detail: odd };
  }
  return null;
}
