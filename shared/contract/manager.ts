import { z } from 'zod';
import { method } from './define.ts';

/** The door to the manager's screens: whatever names `manager-needed` answers it until a manager has entered. */
export const manager = {
  /**
   * Opens the manager's screens at this window, until `manager/leave`, the end of the shift, or `MANAGER_IDLE_MS` without
   * `manager/stay`.
   */
  'manager/enter': method({
    input: z.strictObject({ pin: z.string().regex(/^\d{4,12}$/) }),
    output: z.object({ operatorId: z.string(), name: z.string() }),
    errors: ['wrong-pin', 'wait', 'not-signed-in', 'storage-failed'],
    roles: ['cashier'],
  }),
  'manager/leave': method({
    input: z.strictObject({}),
    output: z.object({ done: z.literal(true) }),
    errors: [],
    roles: ['cashier'],
  }),
  /** A hand was seen at the manager's screens. Reading is no sign of life: they read themselves again by themselves. */
  'manager/stay': method({
    input: z.strictObject({}),
    output: z.object({ done: z.literal(true) }),
    errors: ['manager-needed'],
    roles: ['cashier'],
  }),
} as const;
