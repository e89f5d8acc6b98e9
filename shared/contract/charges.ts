import { z } from 'zod';
import { isRefundReason, plainReason } from '../domain/reason/refund-reason.ts';
import { SHORTEST_REASON } from '../domain/reason/shortest-reason.ts';
import { INTERRUPTIONS } from '../domain/training/interruption.ts';
import { Centavos, ChargeId, ChargeView, RequestId } from './charge-view.ts';
import { method } from './define.ts';
import { PIN_ERRORS } from './needs.ts';
import { ManagerId, Pin } from './pin.ts';
import { plainText } from './plain-text.ts';

const one = z.strictObject({ id: ChargeId });

const Reason = plainText(200).trim().min(SHORTEST_REASON);

/** The cashier's acts on charges. Each returns the charge after the act. */
export const charges = {
  'charge/create': method({
    input: z.strictObject({
      requestId: RequestId,
      amount: Centavos,
      wallet: plainText(60).optional(),
      pixDictKey: plainText(100).nullable().optional(),
      reference: plainText(60).optional(),
    }),
    output: ChargeView,
    errors: [
      'invalid-amount',
      'above-limit',
      'below-minimum',
      'unknown-wallet',
      'unsettled-charge',
      'request-id-reused',
      'keys-unconfirmed',
      'storage-failed',
    ],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** Gives a charge up. The QR leaves both screens at once. */
  'charge/cancel': method({
    input: z.strictObject({ id: ChargeId, reason: plainText(200).optional() }),
    output: ChargeView,
    errors: ['not-found', 'not-cancellable', 'storage-failed'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** Extends the time limit, once per charge. */
  'charge/extend': method({
    input: one,
    output: ChargeView,
    errors: ['not-found', 'not-extendable', 'already-extended', 'storage-failed'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** Starts another attempt of a charge whose two attempts got no answer, or that is queued. */
  'charge/retry': method({
    input: one,
    output: ChargeView,
    errors: ['not-found', 'not-retryable', 'storage-failed'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** Continues a charge that the last run left: its QR is on the customer's screen again. */
  'charge/resume': method({
    input: one,
    output: ChargeView,
    errors: ['not-found'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /**
   * Finalizes a paid charge: the goods are handed over. A late payment then belongs to this sale. `amount-differs`: only a manager
   * may accept what was paid, with `charge/accept`.
   */
  'charge/finalize': method({
    input: one,
    output: ChargeView,
    errors: ['not-found', 'not-approved', 'amount-differs', 'storage-failed'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** Finalizes a paid charge whose payment differs from the sale, with the PIN of a manager. */
  'charge/accept': method({
    input: z.strictObject({ id: ChargeId, pin: Pin, managerId: ManagerId }),
    output: ChargeView,
    errors: ['not-found', 'not-approved', 'storage-failed'],
    needs: { signedIn: 'sell', pin: 'accept-other-amount' },
    roles: ['cashier'],
  }),
  /**
   * Asks for a refund, with a reason and the PIN of a manager. `second-manager-needed`: the refund is above a limit of the shop, and
   * no PIN was checked. The second PIN must be of another manager.
   */
  'charge/refund': method({
    input: z.strictObject({
      id: ChargeId,
      requestId: RequestId,
      amount: Centavos,
      pin: Pin,
      managerId: ManagerId,
      /** The second manager, for a refund above a limit of the shop. */
      secondPin: Pin.optional(),
      secondManagerId: ManagerId,
      reason: z.string().overwrite(plainReason).refine(isRefundReason),
    }),
    output: ChargeView,
    errors: [
      'not-found',
      'not-refundable',
      'exceeds-refundable',
      'request-id-reused',
      'invalid-amount',
      'second-manager-needed',
      ...PIN_ERRORS,
      'storage-failed',
    ],
    needs: { signedIn: 'sell', pin: 'refund' },
    roles: ['cashier'],
  }),
  /** Settles a charge without proof, with a reason and the PIN of a manager. The till continues to look for proof. */
  'charge/force': method({
    input: z.strictObject({
      id: ChargeId,
      outcome: z.enum(['paid', 'not-paid']),
      reason: Reason,
      pin: Pin,
      managerId: ManagerId,
    }),
    output: ChargeView,
    errors: ['not-found', 'not-forceable', 'storage-failed'],
    needs: { signedIn: 'sell', pin: 'force' },
    roles: ['cashier'],
  }),
  /**
   * Searches for the payment of a receipt that a customer shows, by the last characters of its end-to-end id, or by amount
   * and time (minutes since midnight in the zone of the store).
   */
  'charge/check-receipt': method({
    input: z.strictObject({
      amount: Centavos.nullable(),
      minute: z.int().min(0).max(1439).nullable(),
      endToEndEnd: z
        .string()
        .regex(/^[A-Za-z0-9]{4,32}$/)
        .nullable(),
    }),
    output: z.object({
      answer: z.enum(['found', 'late', 'delivered', 'not-found', 'cannot-tell']),
      charge: ChargeView.nullable(),
    }),
    errors: ['nothing-to-check'],
    needs: { signedIn: 'check-receipt' },
    roles: ['cashier'],
  }),
  /** Returns the newest charge with this short code, as it was typed or scanned. */
  'charge/by-code': method({
    input: z.strictObject({ code: z.string().max(40) }),
    output: ChargeView,
    errors: ['bad-code', 'not-found'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** Returns a charge by its id. */
  'charge/get': method({
    input: one,
    output: ChargeView,
    errors: ['not-found'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** Plays the customer's phone for the charge on the screen. Only in training. */
  'training/act': method({
    input: z.strictObject({
      id: ChargeId,
      act: z.enum(['pay', 'pay-late', 'pay-other-amount', 'pay-twice', 'nothing']),
    }),
    output: z.object({ done: z.literal(true) }),
    errors: ['not-training', 'not-found', 'not-payable'],
    needs: {},
    roles: ['cashier'],
  }),
  /** Plays an internet that is out, or a gateway that does not answer, for 30 s. Only in training. */
  'training/interrupt': method({
    input: z.strictObject({ how: z.enum(INTERRUPTIONS) }),
    output: z.object({ done: z.literal(true) }),
    errors: ['not-training'],
    needs: {},
    roles: ['cashier'],
  }),
} as const;
