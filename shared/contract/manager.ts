import { z } from 'zod';
import { ChargeId, ChargeView } from './charge-view.ts';
import { method } from './define.ts';
import { ManagerId, Pin } from './pin.ts';

const one = z.strictObject({ id: ChargeId });

/** Entering and leaving the manager's screens, and the manager's acts on charges there. */
export const manager = {
  /**
   * Opens the manager's screens at this window, until `manager/leave`, the end of the shift, or `MANAGER_IDLE_MS` without
   * `manager/stay`.
   */
  'manager/enter': method({
    input: z.strictObject({ pin: Pin, managerId: ManagerId }),
    output: z.object({ operatorId: z.string(), name: z.string() }),
    errors: ['storage-failed'],
    needs: { signedIn: 'sell', pin: 'read-reports' },
    roles: ['cashier'],
  }),
  /** Leaves the manager's screens, also if it returns `storage-failed` because the diary has no entry of it. */
  'manager/leave': method({
    input: z.strictObject({}),
    output: z.object({ done: z.literal(true) }),
    errors: ['storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
  /** Starts the idle time again after a person touched the screens. Other calls do not, because the screens also read by themselves. */
  'manager/stay': method({
    input: z.strictObject({}),
    output: z.object({ done: z.literal(true) }),
    errors: [],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
  }),
  /** Finalizes a paid charge: the goods were handed over, or a late payment belongs to this sale. */
  'manager/finalize': method({
    input: one,
    output: ChargeView,
    errors: ['not-found', 'not-approved', 'storage-failed'],
    needs: { manager: 'sell' },
    roles: ['manager'],
  }),
  /** Gives a charge up. */
  'manager/cancel': method({
    input: one,
    output: ChargeView,
    errors: ['not-found', 'not-cancellable', 'storage-failed'],
    needs: { manager: 'sell' },
    roles: ['manager'],
  }),
  /** Asks the gateway about a charge now. `answered` is false if the gateway did not answer about each of its orders. */
  'manager/check': method({
    input: one,
    output: z.object({ charge: ChargeView, answered: z.boolean() }),
    errors: ['not-found'],
    needs: { manager: 'sell' },
    roles: ['manager'],
  }),
} as const;
