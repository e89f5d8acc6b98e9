import { z } from 'zod';

/** A PIN as a person types it to prove who it is. The rule for a new PIN is `choosePin`. */
export const Pin = z.string().regex(/^\d{4,12}$/);

/** The person who signs an act with a PIN. Absent where only one person may do the act. */
export const ManagerId = z.string().max(40).optional();
