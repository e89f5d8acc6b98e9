import { expect, it } from 'vitest';
import { may, PERSON_ROLES, type Act } from '../../../../shared/domain/roles/roles.ts';

/** Every act, and who may do it besides a manager. */
const ACTS = {
  sell: ['operator'],
  'check-receipt': ['operator'],
  'close-shift': ['operator'],
  'sign-for-another': [],
  refund: [],
  'accept-other-amount': [],
  force: [],
  'erase-texts': [],
  'add-operator': [],
  'manage-people': [],
  configure: [],
  'restore-backup': [],
  'sign-notice': [],
  'read-reports': [],
  'save-filters': [],
} as const satisfies Record<Act, readonly string[]>;

it.each(Object.entries(ACTS))('%s', (act, others) => {
  const allowed = PERSON_ROLES.filter((role) => may(role, act as Act));
  expect(allowed).toEqual([...others, 'manager']);
});
