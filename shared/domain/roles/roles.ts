/** The roles of the people of a till. */
export const PERSON_ROLES = ['operator', 'manager'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

const EVERYBODY: readonly PersonRole[] = PERSON_ROLES;
const MANAGERS: readonly PersonRole[] = ['manager'];

/**
 * The roles that may do each act at a till. This is the only table of permissions. The core checks it before each act, for every
 * caller. An act of managers needs the PIN of a manager, also if a manager is signed in.
 */
const MAY = {
  /** Charge, cancel, extend, retry, finalize. */
  sell: EVERYBODY,
  'check-receipt': EVERYBODY,
  'close-shift': EVERYBODY,
  /** Open or close a shift under a name that no person of the till has (local API). */
  'sign-for-another': MANAGERS,
  refund: MANAGERS,
  /** Accept a payment that is not of the sale's amount. */
  'accept-other-amount': MANAGERS,
  /** Settle without proof. */
  force: MANAGERS,
  /** Erase the texts of a charge that came from outside. */
  'erase-texts': MANAGERS,
  'add-operator': MANAGERS,
  /** A new PIN for another person, another name, another role, a person who leaves, a lock that is lifted. */
  'manage-people': MANAGERS,
  configure: MANAGERS,
  'restore-backup': MANAGERS,
  /** Remove a notice about the ledger or its keys. */
  'sign-notice': MANAGERS,
  /** The day, payments, reports. */
  'read-reports': MANAGERS,
  'save-filters': MANAGERS,
} as const satisfies Record<string, readonly PersonRole[]>;

/** An act that needs a permission. */
export type Act = keyof typeof MAY;

/** True if people with this role may do this act. */
export function may(role: PersonRole, act: Act): boolean {
  return MAY[act].includes(role);
}
