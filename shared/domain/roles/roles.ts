/** The people of a till. */
export const PERSON_ROLES = ['operator', 'manager'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

const EVERYBODY: readonly PersonRole[] = PERSON_ROLES;
const MANAGERS: readonly PersonRole[] = ['manager'];

/**
 * Who may do what at a till: the one place where that is written. The core asks it before each act, whoever calls; what
 * only managers may do takes the PIN of one, whoever is signed in.
 */
const MAY = {
  /** Charge, cancel, give more time, try again, hand over. */
  sell: EVERYBODY,
  'check-receipt': EVERYBODY,
  'close-shift': EVERYBODY,
  /** Open a shift under a name that nobody here bears (local API). */
  'sign-for-another': MANAGERS,
  refund: MANAGERS,
  /** Settle without proof. */
  force: MANAGERS,
  'add-operator': MANAGERS,
  configure: MANAGERS,
  'restore-backup': MANAGERS,
  /** The day, payments, reports. */
  'read-reports': MANAGERS,
  'save-filters': MANAGERS,
} as const satisfies Record<string, readonly PersonRole[]>;

export type Act = keyof typeof MAY;

/** True when people of this role may do this. */
export function may(role: PersonRole, act: Act): boolean {
  return MAY[act].includes(role);
}
