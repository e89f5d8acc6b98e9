import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { isTillEvent, type TillEventType } from '../../../../shared/domain/ledger-event/till-event.ts';
import type { PersonRole } from '../../../../shared/domain/roles/roles.ts';
import { createDiaryLog } from '../diary-log.ts';
import type { StoredEvent } from '../event-log.ts';

/** The stored hash of a person who has no PIN: no PIN fits it. A restore stores it if no file proves the person's hash. */
export const NO_PIN = 'none';

/**
 * Returns what the ledger says of a stored PIN: a digest of its hash, hexadecimal. The hash contains a random salt, so the
 * digest does not help to guess the PIN, and it proves which hash belongs to the person.
 */
export function pinDigest(hash: string): string {
  return createHash('sha256').update(hash).digest('hex');
}

/** A person as the events of a ledger tell it. `seq` is the row of the newest of them. */
export interface ToldPerson {
  readonly id: string;
  readonly name: string;
  readonly role: PersonRole;
  readonly active: boolean;
  /** Null for a person whom an older version added and whose PIN did not change since. */
  readonly pinDigest: string | null;
  readonly seq: number;
}

/** The types of the events that change a person. */
export const PEOPLE_EVENTS = [
  'operator-added',
  'pin-digest-noted',
  'person-pin-changed',
  'person-renamed',
  'person-role-changed',
  'person-deactivated',
] as const satisfies TillEventType[];

/** Applies an event to the people by their id. Leaves them as they are if the event is not about a person. */
export function foldPerson(
  people: Map<string, ToldPerson>,
  event: Pick<StoredEvent, 'seq' | 'type' | 'body'>,
): void {
  const { seq } = event;
  if (isTillEvent(event, 'operator-added')) {
    const { id, name, role, pinDigest = null } = event.body;
    // A person of this name can only be one whom a restore of an older version lost: names are used once.
    for (const each of people.values()) if (each.name === name) people.delete(each.id);
    people.set(id, { id, name, role, active: true, pinDigest, seq });
    return;
  }
  const change = changeOf(event);
  const before = change === null ? undefined : people.get(change.id);
  if (change !== null && before !== undefined) people.set(change.id, { ...before, ...change, seq });
}

/** Returns the people as all events of a ledger tell them, by their id. */
export function readToldPeople(db: Database): ReadonlyMap<string, ToldPerson> {
  const log = createDiaryLog(db);
  const events = PEOPLE_EVENTS.flatMap((type) => log.before(type, Number.MAX_SAFE_INTEGER, EVERY));
  const people = new Map<string, ToldPerson>();
  for (const event of events.sort((one, other) => one.seq - other.seq)) foldPerson(people, event);
  return people;
}

/** For SQLite a limit below zero is none. */
const EVERY = -1;

type Change = Pick<ToldPerson, 'id'> & Partial<Omit<ToldPerson, 'id' | 'seq'>>;

function changeOf(event: Pick<StoredEvent, 'type' | 'body'>): Change | null {
  if (isTillEvent(event, 'pin-digest-noted') || isTillEvent(event, 'person-pin-changed')) {
    const { id, pinDigest } = event.body;
    return { id, pinDigest };
  }
  if (isTillEvent(event, 'person-renamed')) return { id: event.body.id, name: event.body.name };
  if (isTillEvent(event, 'person-role-changed')) return { id: event.body.id, role: event.body.role };
  return isTillEvent(event, 'person-deactivated') ? { id: event.body.id, active: false } : null;
}

/** True if the hash of a person's row is the one that the ledger tells, or fits no PIN. */
export function isHashTold({ pinDigest: told }: Pick<ToldPerson, 'pinDigest'>, hash: string): boolean {
  return told === null || hash === NO_PIN || pinDigest(hash) === told;
}
