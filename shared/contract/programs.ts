import { z } from 'zod';
import { CLIENT_NAME } from '../domain/ledger-event/by.ts';
import { method } from './define.ts';
import { keySignature } from './main-port.ts';
import { PIN_ERRORS } from './needs.ts';
import { plainText } from './plain-text.ts';

/** A program that may use the local API. `id` and `name` are null for the first token, which is for no particular program. */
const ProgramView = z.object({
  id: z.string().nullable(),
  name: z.string().nullable(),
  /** Epoch ms. */
  createdAt: z.int(),
});

/**
 * The programs that may use the local API. They are the same in training and in production, so a change needs the PIN of a
 * manager of production once production has one, whatever till is at work.
 */
export const programs = {
  'program/list': method({
    input: z.strictObject({}),
    output: z.object({ items: z.array(ProgramView) }),
    errors: [],
    needs: {},
    roles: ['cashier'],
  }),
  /** Makes a token for a program. The token is in this answer only. */
  'program/add': method({
    input: z.strictObject({
      name: plainText(80).trim().regex(CLIENT_NAME),
      ...keySignature,
    }),
    output: z.object({ id: z.string(), token: z.string() }),
    errors: ['program-name-taken', 'too-many-programs', ...PIN_ERRORS, 'storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
  /** Ends the token of a program. With null, replaces the first token by a new one. */
  'program/revoke': method({
    input: z.strictObject({ id: z.string().max(40).nullable(), ...keySignature }),
    output: z.object({ done: z.literal(true) }),
    errors: ['not-found', ...PIN_ERRORS, 'storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
} as const;
