import { ACTORS } from '../../../shared/domain/people/actors.ts';
import type { Via } from '../../../shared/domain/ledger-event/by.ts';
import type { Ledger } from '../../../main/core/ledger/ledger.ts';
import type { Till } from '../../../main/core/till/till.ts';

/** An event that a person or a program caused, as its row is stored. */
export interface Caused {
  readonly type: string;
  readonly via: Via | undefined;
}

/** A place in the ledger of a till. */
export interface Place {
  readonly path: string;
  readonly seq: number;
}

export function placeOf({ ledger }: Till): Place {
  return { path: ledger.db.name, seq: ledger.log.head().seq };
}

/** The events after a place that Balcão did not write by itself. In another ledger, all of them. */
export function causedSince({ path, seq }: Place, { ledger }: Till): Caused[] {
  return causedIn(ledger, ledger.db.name === path ? seq : 0);
}

function causedIn(ledger: Ledger, seq: number): Caused[] {
  return [...ledger.log.raw(seq)]
    .filter(({ actor, type }) => actor !== ACTORS.machine || type === 'pin-failed')
    .map(({ type, body }) => ({ type, via: (JSON.parse(body) as { via?: Via }).via }));
}
