import type { Act } from '../domain/roles/roles.ts';

/**
 * Who may make a call. Every need that is set must be met. A call without needs is for every caller at its port. The actor of
 * the call is the person of the last need, in this order.
 */
export interface Needs {
  /** A person's shift is open, and that person may do this act. */
  readonly signedIn?: Act;
  /** A manager has entered the manager's screens at this window and may do this act. */
  readonly manager?: Act;
  /**
   * The input names, in `managerId`, a person who may do this act, and has that person's PIN in `pin` or `managerPin`. If only
   * one person may do it, no name is needed.
   */
  readonly pin?: Act;
  /** The same as `pin`, but only after the till has a manager. */
  readonly pinOnceManaged?: Act;
  /**
   * The same as `pin`; but a call without a PIN is signed by the manager who has entered at this window with a PIN
   * (`manager/enter`) and may do this act. A PIN that is given is always checked.
   */
  readonly signature?: Act;
  /** The same as `signature`, but only after the till has a manager. */
  readonly signatureOnceManaged?: Act;
}

/** The error codes of a person and a PIN. `unknown-manager`: the person that is named may not do it, or several may and none is named. */
export const PIN_ERRORS = ['wrong-pin', 'wait', 'pin-locked', 'unknown-manager'] as const;

/** The error codes of each need. */
const ERRORS = {
  signedIn: ['not-signed-in'],
  manager: ['manager-needed'],
  pin: PIN_ERRORS,
  pinOnceManaged: PIN_ERRORS,
  signature: PIN_ERRORS,
  signatureOnceManaged: PIN_ERRORS,
} as const satisfies Record<keyof Needs, readonly string[]>;

/** The error codes of a call's needs. `wait` carries `waitMs`. */
export type NeedsError<N extends Needs> = {
  [K in keyof Needs]-?: N extends Record<K, Act> ? (typeof ERRORS)[K][number] : never;
}[keyof Needs];

/** Returns the error codes of a call's needs as values. */
export function errorsOfNeeds<N extends Needs>(needs: N): NeedsError<N>[] {
  const named = (Object.keys(ERRORS) as (keyof Needs)[]).filter((need) => needs[need] !== undefined);
  return named.flatMap((need) => [...ERRORS[need]]) as string[] as NeedsError<N>[];
}
