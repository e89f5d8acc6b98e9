import { z } from 'zod';
import { ChargeId, ChargeView } from './charge-view.ts';
import { method } from './define.ts';

const one = z.strictObject({ id: ChargeId });

/** The door to the manager's screens: whatever names `manager-needed` answers it until a manager has entered. */
export const manager = {
  /**
   * Opens the manager's screens at this window, until `manager/leave`, the end of the shift, or `MANAGER_IDLE_MS` without
   * `manager/stay`.
   */
  'manager/enter': method({
    input: z.strictObject({ pin: z.string().regex(/^\d{4,12}$/) }),
    output: z.object({ operatorId: z.string(), name: z.string() }),
    errors: ['storage-failed'],
    needs: { signedIn: 'sell', pin: 'read-reports' },
    roles: ['cashier'],
  }),
  /** The screens are left also where `storage-failed` says that the diary does not have it. */
  'manager/leave': method({
    input: z.strictObject({}),
    output: z.object({ done: z.literal(true) }),
    errors: ['storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
  /** A hand was seen at the manager's screens. Reading is no sign of life: they read themselves again by themselves. */
  'manager/stay': method({
    input: z.strictObject({}),
    output: z.object({ done: z.literal(true) }),
    errors: [],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
  }),
  /** The manager at the screens ends a paid charge: the goods were handed over, late money belongs to this sale. */
  'manager/finalize': method({
    input: one,
    output: ChargeView,
    errors: ['not-found', 'not-approved', 'storage-failed'],
    needs: { manager: 'sell' },
    roles: ['manager'],
  }),
  /** The manager at the screens gives a charge up. */
  'manager/cancel': method({
    input: one,
    output: ChargeView,
    errors: ['not-found', 'not-cancellable', 'storage-failed'],
    needs: { manager: 'sell' },
    roles: ['manager'],
  }),
  /** Asks the gateway about a charge now. `answered` is false while one of its orders could not be told of. */
  'manager/check': method({
    input: one,
    output: z.object({ charge: ChargeView, answered: z.boolean() }),
    errors: ['not-found'],
    needs: { manager: 'sell' },
    roles: ['manager'],
  }),
} as const;
