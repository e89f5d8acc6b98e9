import { z } from 'zod';
import { PERSON_ROLES } from '../domain/roles/roles.ts';
import { method } from './define.ts';
import { ManagerId, Pin } from './pin.ts';

const PersonId = z.string().max(40);
const done = z.object({ done: z.literal(true) });
/** A manager signs: who it is, and the PIN. */
const signed = { managerId: ManagerId, managerPin: Pin };
const CHOICE_ERRORS = ['short-pin', 'weak-pin'] as const;

/** Changes of the people of a till. Each is an event of the ledger. People are added by `session/add-operator`. */
export const people = {
  /** A person gives the own PIN and chooses another. Needs no manager and no open shift. */
  'people/change-own-pin': method({
    input: z.strictObject({ personId: PersonId, pin: Pin, newPin: Pin }),
    output: done,
    errors: ['wrong-pin', 'wait', 'pin-locked', 'unknown-operator', ...CHOICE_ERRORS, 'storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
  /** A manager gives a person another PIN. The wrong PINs of that person are forgotten, and a lock is lifted. */
  'people/set-pin': method({
    input: z.strictObject({ personId: PersonId, newPin: Pin, ...signed }),
    output: done,
    errors: ['unknown-operator', ...CHOICE_ERRORS, 'storage-failed'],
    needs: { pin: 'manage-people' },
    roles: ['cashier'],
  }),
  /**
   * A manager who forgot the PIN chooses another with the Access Key and the Secret Key that this till uses. Refuses with
   * `keys-differ` if they are others.
   */
  'people/recover-pin': method({
    input: z.strictObject({
      personId: PersonId,
      accessKey: z.string().max(600),
      secretKey: z.string().max(600),
      newPin: Pin,
    }),
    output: done,
    errors: ['keys-differ', 'unknown-operator', ...CHOICE_ERRORS, 'storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
  /** Gives a person another name. Past sales are read with the new name. */
  'people/rename': method({
    input: z.strictObject({ personId: PersonId, name: z.string().trim().min(1).max(40), ...signed }),
    output: done,
    errors: ['unknown-operator', 'name-taken', 'storage-failed'],
    needs: { pin: 'manage-people' },
    roles: ['cashier'],
  }),
  /** Gives a person another role. The till keeps at least one manager. */
  'people/set-role': method({
    input: z.strictObject({ personId: PersonId, role: z.enum(PERSON_ROLES), ...signed }),
    output: done,
    errors: ['unknown-operator', 'last-manager', 'storage-failed'],
    needs: { pin: 'manage-people' },
    roles: ['cashier'],
  }),
  /**
   * A person left: the PIN is not checked any more, and the name stays in past sales. Refuses for the last manager, and with
   * `has-shift` for the person whose shift is open.
   */
  'people/deactivate': method({
    input: z.strictObject({ personId: PersonId, ...signed }),
    output: done,
    errors: ['unknown-operator', 'last-manager', 'has-shift', 'storage-failed'],
    needs: { pin: 'manage-people' },
    roles: ['cashier'],
  }),
  /** Lifts the lock of a person's PIN. */
  'people/unlock': method({
    input: z.strictObject({ personId: PersonId, ...signed }),
    output: done,
    errors: ['unknown-operator', 'storage-failed'],
    needs: { pin: 'manage-people' },
    roles: ['cashier'],
  }),
} as const;
