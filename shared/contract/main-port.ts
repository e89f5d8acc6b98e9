import { z } from 'zod';
import { TILL_MODES } from '../domain/till/identity.ts';
import { method } from './define.ts';
import { PIN_ERRORS } from './needs.ts';
import { ManagerId, Pin } from './pin.ts';

/** The Access Key and the Secret Key of the store, the Client ID of the till, and the address of the gateway. */
export const Credentials = z.strictObject({
  baseUrl: z.string().max(200),
  accessKey: z.string().min(1).max(512),
  secretKey: z.string().min(1).max(512),
  clientId: z.string().min(1).max(512),
});
export type Credentials = z.infer<typeof Credentials>;

/** What the vault knows of production's ledger. */
export const LedgerMemory = z.strictObject({
  /** The hash of the ledger's first row, hexadecimal. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  /** The Ed25519 key that signs heads of the ledger, 32 bytes. Null without a keychain. */
  signingKey: z.base64().nullable(),
});
export type LedgerMemory = z.infer<typeof LedgerMemory>;

/** The PIN of a manager of production, and who it is. Required for a change of the credentials once production has a manager. */
export const keySignature = { managerId: ManagerId, managerPin: Pin.optional() };

/** Why credentials do not work. */
export const CREDENTIAL_ERRORS = [
  'bad-url',
  'unreachable',
  'credentials-refused',
  'gateway-trouble',
] as const;

/** The calls of main to the core over main's own port. Credentials are sent only here. */
export const mainPort = {
  /** Logs in with these credentials once. Stores nothing. */
  'gateway/test': method({
    input: Credentials,
    output: z.object({ wallets: z.int() }),
    errors: CREDENTIAL_ERRORS,
    needs: {},
    roles: ['main'],
    whileChanging: true,
  }),
  /**
   * Checks an address of the gateway that is not in the program, and the PIN of a manager of production once there is one.
   * Returns the address as it will be used. Stores nothing.
   */
  'gateway/check-address': method({
    input: z.strictObject({ address: Credentials.shape.baseUrl, ...keySignature }),
    output: z.object({ baseUrl: z.string() }),
    errors: ['bad-url', ...PIN_ERRORS, 'ledger-gone', 'storage-failed'],
    needs: {},
    roles: ['main'],
    whileChanging: true,
  }),
  /** Opens the till of these credentials, with null the till of training. Refuses while a charge is not settled. `wait` carries `waitMs`. */
  'gateway/use': method({
    input: z.strictObject({ credentials: Credentials.nullable(), ...keySignature }),
    output: z.object({ mode: z.enum(TILL_MODES) }),
    errors: [...PIN_ERRORS, 'unsettled-charge', 'bad-url', 'ledger-gone', 'storage-failed'],
    needs: {},
    roles: ['main'],
    whileChanging: true,
  }),
  /**
   * Returns what delays quitting: a charge that waits for its operator, the number of charges being cancelled, and an open
   * shift with its operator's name. A program that sells over the local API has no name.
   */
  'till/quit-check': method({
    input: z.strictObject({}),
    output: z.object({
      waitsForOperator: z.boolean(),
      cancelling: z.int(),
      openShift: z.object({ operator: z.string().nullable() }).nullable(),
    }),
    errors: [],
    needs: {},
    roles: ['main'],
    whileLocked: true,
  }),
} as const;
