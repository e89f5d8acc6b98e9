import { z } from 'zod';
import { ChargeId, ChargeView } from './charge-view.ts';
import { method } from './define.ts';
import { FileToken } from './exports.ts';
import { ManagerId, Pin } from './pin.ts';

/** What a manager does for a person who asks about their data (LGPD). */
export const personalData = {
  /**
   * Erases the texts of a charge that came from outside: reference, description and reasons. `not-settled`: the charge still needs
   * them. `slip-waiting`: a slip with them waits for the printer.
   */
  'manager/erase-texts': method({
    input: z.strictObject({ id: ChargeId, pin: Pin, managerId: ManagerId }),
    output: ChargeView,
    errors: ['not-found', 'not-settled', 'nothing-to-erase', 'slip-waiting', 'storage-failed'],
    needs: { manager: 'read-reports', pin: 'erase-texts' },
    roles: ['manager'],
  }),
  /**
   * Writes everything about one charge to a file that a person chose. If the file exists and `replace` is false, refuses with
   * `exists`, and the token stays valid. `not-found`: there is no such charge, or the token is unknown or was used.
   */
  'manager/export-charge': method({
    input: z.strictObject({ id: ChargeId, file: FileToken, replace: z.boolean() }),
    output: z.object({ done: z.literal(true) }),
    errors: ['not-found', 'exists', 'is-link', 'not-writable', 'held-by-another-program', 'disk-full'],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
  }),
} as const;
