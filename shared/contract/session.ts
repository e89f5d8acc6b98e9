import { z } from 'zod';
import { PERSON_ROLES } from '../domain/roles/roles.ts';
import { isZone } from '../domain/business-day/zone.ts';
import { ClosingView } from './closing.ts';
import { method } from './define.ts';

const Pin = z.string().regex(/^\d{4,12}$/);

/** People, shifts, and the settings that the cashier's window may change. */
export const session = {
  /** Signs an operator in and opens a shift if none is open. `wait` carries `waitMs`. */
  'session/sign-in': method({
    input: z.strictObject({ operatorId: z.string().max(40), pin: Pin }),
    output: z.object({ operatorId: z.string(), name: z.string(), role: z.enum(PERSON_ROLES) }),
    errors: ['wrong-pin', 'wait', 'unknown-operator', 'shift-of-another', 'storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
  /**
   * Closes the shift and signs out. Refused while something is not settled; the view names each in `unsettled`, and
   * `unsettled-charge` carries `codes`, their short codes. Asked again with the `shiftId` that it closed, it answers with
   * the same closing.
   */
  'session/close-shift': method({
    input: z.strictObject({ shiftId: z.string().max(40).optional() }),
    output: ClosingView,
    errors: ['unsettled-charge', 'not-signed-in', 'storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
  /** First start: the operators of a till that is connected to the real gateway. */
  'session/add-operator': method({
    input: z.strictObject({
      name: z.string().trim().min(1).max(40),
      role: z.enum(PERSON_ROLES),
      pin: Pin,
      /** A manager's PIN, not needed while there is no manager yet. */
      managerPin: Pin.optional(),
    }),
    output: z.object({ operatorId: z.string() }),
    errors: ['manager-first', 'name-taken', 'weak-pin', 'storage-failed'],
    needs: { pinOnceManaged: 'add-operator' },
    roles: ['cashier'],
  }),
  /** Remembers the wallet that the next charge starts with. */
  'session/choose-wallet': method({
    input: z.strictObject({ wallet: z.string().max(60), pixDictKey: z.string().max(100).nullable() }),
    output: z.object({ wallet: z.string() }),
    errors: ['unknown-wallet', 'storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
  /** What the shop is called on the customer's screen and on paper. Once there is a manager it takes the PIN of one. */
  'session/name-shop': method({
    input: z.strictObject({
      shopName: z.string().trim().min(1).max(40),
      tillName: z.string().trim().min(1).max(20),
      /** IANA zone of the store: business days from now on are its days. */
      zone: z.string().max(60).refine(isZone),
      managerPin: Pin.optional(),
    }),
    output: z.object({ shopName: z.string() }),
    errors: ['unsettled-charge', 'storage-failed'],
    needs: { pinOnceManaged: 'configure' },
    roles: ['cashier'],
  }),
  /** How the till charges. The PIN is the manager's. */
  'session/configure': method({
    input: z.strictObject({
      /** How long a QR is offered. */
      timeLimitMinutes: z.int().min(1).max(30),
      /** Pix orders get a life of their own at the gateway (`/orderv`); this needs the shop's document. */
      ownExpiry: z.boolean(),
      shopDocument: z.string().trim().max(20).nullable(),
      managerPin: Pin,
    }),
    output: z.object({ timeLimitMinutes: z.int() }),
    errors: ['bad-document', 'storage-failed'],
    needs: { pin: 'configure' },
    roles: ['cashier'],
  }),
  /** A notice was read. */
  'session/dismiss-notice': method({
    input: z.strictObject({ id: z.string().max(60) }),
    output: z.object({ id: z.string() }),
    errors: ['not-found', 'storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
} as const;
