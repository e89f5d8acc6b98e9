import { z } from 'zod';
import { method } from './define.ts';

export const Credentials = z.strictObject({
  baseUrl: z.string().max(200),
  accessKey: z.string().min(1).max(512),
  secretKey: z.string().min(1).max(512),
  clientId: z.string().min(1).max(512),
});
export type Credentials = z.infer<typeof Credentials>;

/** Needed once production has a manager, whatever till is at work; with it a change of the keys stands in the diary. */
export const ManagerPin = z
  .string()
  .regex(/^\d{4,12}$/)
  .optional();

export const CREDENTIAL_ERRORS = [
  'bad-url',
  'unreachable',
  'credentials-refused',
  'gateway-trouble',
] as const;

/** What main asks of the core over its own port. The keys pass here and nowhere else. */
export const mainPort = {
  /** Logs in with them once; nothing is kept. */
  'gateway/test': method({
    input: Credentials,
    output: z.object({ wallets: z.int() }),
    errors: CREDENTIAL_ERRORS,
    needs: {},
    roles: ['main'],
    whileChanging: true,
  }),
  /** Works with these from now on; null is training. Refused while a charge is not settled. `wait` carries `waitMs`. */
  'gateway/use': method({
    input: z.strictObject({ credentials: Credentials.nullable(), managerPin: ManagerPin }),
    output: z.object({ mode: z.enum(['training', 'production']) }),
    errors: ['wrong-pin', 'wait', 'unsettled-charge', 'bad-url', 'storage-failed'],
    needs: {},
    roles: ['main'],
    whileChanging: true,
  }),
  /** What stands in the way of quitting: the charge that waits for its operator, and work that only the machine owes. */
  'till/quit-check': method({
    input: z.strictObject({}),
    output: z.object({ waitsForOperator: z.boolean(), cancelling: z.int() }),
    errors: [],
    needs: {},
    roles: ['main'],
  }),
} as const;
