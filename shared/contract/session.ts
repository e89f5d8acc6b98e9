import { z } from 'zod';
import { LOCK_CAUSES } from '../domain/ledger-event/till-event.ts';
import { LONGEST_UNLOCKED_MINUTES } from '../domain/people/auto-lock.ts';
import { PERSON_ROLES } from '../domain/roles/roles.ts';
import { isZone } from '../domain/business-day/zone.ts';
import { Centavos } from './charge-view.ts';
import { ClosingView } from './closing.ts';
import { method } from './define.ts';
import { ManagerId, Pin } from './pin.ts';
import { plainText } from './plain-text.ts';

/** A wallet, or one of its accounts. */
const WalletAccount = z.strictObject({
  wallet: z.string().max(60),
  pixDictKey: z.string().max(100).nullable(),
});

/** At least one centavo: a limit of zero would be none. */
const RefundLimit = Centavos.refine((amount) => amount > 0);

/** People, shifts, and the settings that the cashier's window may change. */
export const session = {
  /** Signs a person in, and opens a shift if none is open. `wait` carries `waitMs`. */
  'session/sign-in': method({
    input: z.strictObject({ operatorId: z.string().max(40), pin: Pin }),
    output: z.object({ operatorId: z.string(), name: z.string(), role: z.enum(PERSON_ROLES) }),
    errors: ['wrong-pin', 'wait', 'pin-locked', 'unknown-operator', 'shift-of-another', 'storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
  /** Locks the till: the shift and its charge go on, and this port takes nothing but a PIN until `session/unlock`. */
  'session/lock': method({
    input: z.strictObject({ cause: z.enum(LOCK_CAUSES) }),
    output: z.object({ locked: z.literal(true) }),
    errors: ['storage-failed'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** Unlocks the till by the PIN of its operator, or of another person, who takes over the shift. `wait` carries `waitMs`. */
  'session/unlock': method({
    input: z.strictObject({ operatorId: z.string().max(40), pin: Pin }),
    output: z.object({ operatorId: z.string(), name: z.string() }),
    errors: ['wrong-pin', 'wait', 'pin-locked', 'unknown-operator', 'not-locked', 'storage-failed'],
    needs: {},
    roles: ['cashier'],
    whileLocked: true,
  }),
  /**
   * Closes the shift and signs out. Refuses with `unsettled-charge` while charges hold the shift: `codes` has their short codes,
   * and `unsettled` of the view has the open items. If the shift of `shiftId` was closed before, returns its closing.
   */
  'session/close-shift': method({
    input: z.strictObject({ shiftId: z.string().max(40).optional() }),
    output: ClosingView,
    errors: ['unsettled-charge', 'not-signed-in', 'storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
  /** Adds a person. The first person of a till must be a manager. */
  'session/add-operator': method({
    input: z.strictObject({
      name: plainText(40).trim().min(1),
      role: z.enum(PERSON_ROLES),
      pin: Pin,
      /** The PIN of a manager. Not required while the till has no manager. */
      managerPin: Pin.optional(),
      managerId: ManagerId,
    }),
    output: z.object({ operatorId: z.string() }),
    errors: ['manager-first', 'name-taken', 'short-pin', 'weak-pin', 'storage-failed'],
    needs: { pinOnceManaged: 'add-operator' },
    roles: ['cashier'],
  }),
  /** Stores the names of shop and till for screens and paper. Needs the signature of a manager once the till has one. */
  'session/name-shop': method({
    input: z.strictObject({
      shopName: plainText(40).trim().min(1),
      tillName: plainText(20).trim().min(1),
      /** IANA zone of the store. Later business days are the days of this zone. */
      zone: z.string().max(60).refine(isZone),
      managerPin: Pin.optional(),
      managerId: ManagerId,
    }),
    output: z.object({ shopName: z.string() }),
    errors: ['storage-failed'],
    needs: { signatureOnceManaged: 'configure' },
    roles: ['cashier'],
  }),
  /** Stores how the till charges. Needs the signature of a manager. */
  'session/configure': method({
    input: z.strictObject({
      /** The time limit of a QR on a screen, minutes. */
      timeLimitMinutes: z.int().min(1).max(30),
      /** Pix orders get their own lifetime at the gateway (`/orderv`), which requires the shop's CPF or CNPJ. */
      ownExpiry: z.boolean(),
      shopDocument: z.string().trim().max(20).nullable(),
      /** Above these amounts a second manager signs a refund: one refund, and all refunds of a day. Null: no limit. */
      refundLimits: z.strictObject({ each: RefundLimit.nullable(), day: RefundLimit.nullable() }).optional(),
      /** Without use for this long the till locks. Null: it does not. Absent: the setting stays. */
      autoLockMinutes: z.int().min(1).max(LONGEST_UNLOCKED_MINUTES).nullable().optional(),
      /** The account that each sale starts with. Null: the gateway's own default. Absent: the setting stays. */
      defaultWallet: WalletAccount.nullable().optional(),
      managerPin: Pin.optional(),
      managerId: ManagerId,
    }),
    output: z.object({ timeLimitMinutes: z.int() }),
    errors: ['bad-document', 'unknown-wallet', 'storage-failed'],
    needs: { signature: 'configure' },
    roles: ['cashier'],
  }),
  /** Removes a notice that was read. Refuses with `manager-needed` for the notices of `session/sign-notice`. */
  'session/dismiss-notice': method({
    input: z.strictObject({ id: z.string().max(60) }),
    output: z.object({ id: z.string() }),
    errors: ['not-found', 'manager-needed', 'storage-failed'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /**
   * Removes a notice that only a manager may remove, and records it. For `keys-changed-outside` it confirms the keys in use, and
   * the till takes charges again.
   */
  'session/sign-notice': method({
    input: z.strictObject({ id: z.string().max(60), pin: Pin, managerId: ManagerId }),
    output: z.object({ id: z.string() }),
    errors: ['not-found', 'storage-failed'],
    needs: { pin: 'sign-notice' },
    roles: ['cashier'],
  }),
} as const;
