import type { Database } from 'better-sqlite3';
import { isTillEvent, type TillEventType } from '../../../../shared/domain/ledger-event/till-event.ts';
import { settingsOf } from '../projections/settings-event.ts';
import { decodeEvent, type RawEvent } from '../event-log.ts';
import { difference, type Fault } from './fault.ts';

/** Written by no event: the gateway's list of wallets is kept for a start without a connection, and is no setting. */
const WITHOUT_EVENT: readonly string[] = ['walletsLastListed'];

/** The types that change a person or a setting. The bodies of all others are not read. */
const NOTED: readonly string[] = [
  'operator-added',
  'settings-changed',
  'wallet-chosen',
] satisfies TillEventType[];

/** What an event says that stands in a table now, and which row of the ledger says so. */
interface Said<T> {
  readonly seq: number;
  readonly value: T;
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** People and settings. Rows are noted as the chain is read, then compared with the tables. */
export interface DirectoryCheck {
  note(row: RawEvent): void;
  /** Both ways: nothing is missing, and nothing is there that no event put there. PINs are in no event. */
  compare(): Fault | null;
}

export function createDirectoryCheck(db: Database): DirectoryCheck {
  // By name, which two people never share: who was lost to damage and added again has a new id.
  const people = new Map<string, Said<Person>>();
  const settings = new Map<string, Said<string>>();
  return {
    note(row) {
      const { seq } = row;
      if (!NOTED.includes(row.type)) return;
      const event = decodeEvent(row);
      if (isTillEvent(event, 'operator-added')) {
        const { id, name, role } = event.body;
        people.set(name, { seq, value: { id, name, role } });
      }
      for (const [key, value] of settingsOf(event)) settings.set(key, { seq, value: JSON.stringify(value) });
    },
    compare: () =>
      compareBothWays('operator', people, readPeople(db)) ??
      compareBothWays('setting', settings, readSettings(db)),
  };
}

function readPeople(db: Database): ReadonlyMap<string, Person> {
  const rows = db.prepare<[], Person>('SELECT id, name, role FROM operator ORDER BY id').all();
  return new Map(rows.map((person) => [person.name, person]));
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
