import type { Act } from '../domain/roles/roles.ts';

/**
 * Whom a call asks for. Every need that is named has to be met; a call without needs is for everyone at its port. The call
 * is done in the name of the person of the last need that is met, in this order.
 */
export interface Needs {
  /** The person whose shift is open, if that person may do this. */
  readonly signedIn?: Act;
  /** A manager who has entered the manager's screens at this window and may do this. */
  readonly manager?: Act;
  /** The PIN of a person who may do this, in `pin` or `managerPin` of the input. */
  readonly pin?: Act;
  /** The same, once the till has a manager. */
  readonly pinOnceManaged?: Act;
}

/** How each need is refused. */
const ERRORS = {
  signedIn: ['not-signed-in'],
  manager: ['manager-needed'],
  pin: ['wrong-pin', 'wait'],
  pinOnceManaged: ['wrong-pin', 'wait'],
} as const satisfies Record<keyof Needs, readonly string[]>;

/** The error codes of a call's needs. `wait` carries `waitMs`. */
export type NeedsError<N extends Needs> = {
  [K in keyof Needs]-?: N extends Record<K, Act> ? (typeof ERRORS)[K][number] : never;
}[keyof Needs];

/** The same as values. */
export function errorsOfNeeds<N extends Needs>(needs: N): NeedsError<N>[] {
  const named = (Object.keys(ERRORS) as (keyof Needs)[]).filter((need) => needs[need] !== undefined);
  return named.flatMap((need) => [...ERRORS[need]]) as string[] as NeedsError<N>[];
}
