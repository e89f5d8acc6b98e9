import type { Database } from 'better-sqlite3';
import { readSettings } from '../../../main/core/directory/shop/settings.ts';
import { createEventLog, type StoredEvent } from '../../../main/core/ledger/event-log.ts';
import { createChargeRepo } from '../../../main/core/ledger/projections/charge-repo.ts';
import {
  chargesAsJson,
  personAsJson,
  type DataSource,
} from '../../../main/core/reports/personal-data/charge-data.ts';
import type { EpochMs } from '../../../shared/kernel/time.ts';
import type { Wanted } from './read-arguments.ts';

/** The text of the file, and how many charges or events are in it. Null if nothing was found. */
export interface Collected {
  readonly text: string;
  readonly found: number;
}

/** Collects what an open ledger has about a charge, a reference or a person of the till. */
export function collect(db: Database, { by, text }: Wanted, madeAt: EpochMs): Collected | null {
  const { shopName, tillName } = readSettings({ db });
  const people = new Map(allPeople(db).map((person) => [person.id, person]));
  const nameOf = (id: string): string => people.get(id)?.name ?? id;
  const source: DataSource = { shop: shopName, till: tillName, madeAt, nameOf };
  const log = createEventLog(db);
  if (by === 'person') {
    const person = [...people.values()].find(({ id, name }) => id === text || name === text);
    if (person === undefined) return null;
    const events = eventsOf(db, person.id);
    return {
      text: personAsJson({ ...person, active: person.active === 1 }, events, source),
      found: events.length,
    };
  }
  const charges = createChargeRepo(db);
  const ids =
    by === 'charge'
      ? [text]
      : db
          .prepare<[string], string>('SELECT id FROM charge WHERE reference = ? ORDER BY id')
          .pluck()
          .all(text);
  const found = ids.flatMap((id) => charges.byId(id) ?? []);
  return found.length === 0 ? null : { text: chargesAsJson({ log }, found, source), found: found.length };
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly active: number;
}

function allPeople(db: Database): PersonRow[] {
  return db.prepare<[], PersonRow>('SELECT id, name, role, active FROM operator').all();
}

/** Returns the events that a person caused, and those whose body names the person. Reads the whole ledger. */
function eventsOf(db: Database, personId: string): StoredEvent[] {
  const seqs = db
    .prepare<[string, string], number>(
      'SELECT seq FROM ledger_event WHERE actor = ? OR instr(body, ?) > 0 ORDER BY seq',
    )
    .pluck()
    .all(personId, JSON.stringify(personId));
  const log = createEventLog(db);
  return seqs.flatMap((seq) => log.since(seq - 1, 1));
}
