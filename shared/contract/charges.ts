import { z } from 'zod';
import { SHORTEST_REASON } from '../domain/reason/shortest-reason.ts';
import { Centavos, ChargeId, ChargeView, RequestId } from './charge-view.ts';
import { method } from './define.ts';

const one = z.strictObject({ id: ChargeId });

const wellFormed = (text: string): string => text.toWellFormed();
/** Words that go into the ledger. Half a sign is replaced: no file keeps it, and the row would not be what its event says. */
const words = (max: number) => z.string().max(max).overwrite(wellFormed);
const Reason = z.string().trim().min(SHORTEST_REASON).max(200).overwrite(wellFormed);

/** What the cashier does with charges. Each answers with the charge as it stands afterwards. */
export const charges = {
  'charge/create': method({
    input: z.strictObject({
      requestId: RequestId,
      amount: Centavos,
      wallet: words(60).optional(),
      pixDictKey: words(100).nullable().optional(),
      reference: words(60).optional(),
    }),
    output: ChargeView,
    errors: [
      'invalid-amount',
      'above-limit',
      'below-minimum',
      'unknown-wallet',
      'unsettled-charge',
      'request-id-reused',
      'storage-failed',
    ],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** The operator gives it up; the QR leaves both screens at once. */
  'charge/cancel': method({
    input: z.strictObject({ id: ChargeId, reason: words(200).optional() }),
    output: ChargeView,
    errors: ['not-found', 'not-cancellable', 'storage-failed'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** More time, once per charge. */
  'charge/extend': method({
    input: one,
    output: ChargeView,
    errors: ['not-found', 'not-extendable', 'already-extended', 'storage-failed'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** Another attempt for a charge whose two attempts got no answer, or that is queued. */
  'charge/retry': method({
    input: one,
    output: ChargeView,
    errors: ['not-found', 'not-retryable', 'storage-failed'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** The operator keeps waiting for a charge that was found at start: its QR stands on the customer's screen again. */
  'charge/resume': method({
    input: one,
    output: ChargeView,
    errors: ['not-found'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** Goods handed over. For a late payment: the money belongs to this sale after all. */
  'charge/finalize': method({
    input: one,
    output: ChargeView,
    errors: ['not-found', 'not-approved', 'storage-failed'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** Gives money back, and says why. The PIN is the manager's. */
  'charge/refund': method({
    input: z.strictObject({
      id: ChargeId,
      requestId: RequestId,
      amount: Centavos,
      pin: z.string().regex(/^\d{4,12}$/),
      reason: Reason,
    }),
    output: ChargeView,
    errors: [
      'not-found',
      'not-refundable',
      'exceeds-refundable',
      'request-id-reused',
      'invalid-amount',
      'storage-failed',
    ],
    needs: { signedIn: 'sell', pin: 'refund' },
    roles: ['cashier'],
  }),
  /** Settles without proof what hangs for want of evidence. The PIN is the manager's; the watch goes on. */
  'charge/force': method({
    input: z.strictObject({
      id: ChargeId,
      outcome: z.enum(['paid', 'not-paid']),
      reason: Reason,
      pin: z.string().regex(/^\d{4,12}$/),
    }),
    output: ChargeView,
    errors: ['not-found', 'not-forceable', 'storage-failed'],
    needs: { signedIn: 'sell', pin: 'force' },
    roles: ['cashier'],
  }),
  /** Is a receipt that a customer shows money of this till? The last characters of its id, or amount and time. */
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
  /** The charge of a slip, by its short code as it was typed or scanned: the latest with that code. */
  'charge/by-code': method({
    input: z.strictObject({ code: z.string().max(40) }),
    output: ChargeView,
    errors: ['bad-code', 'not-found'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  'charge/get': method({
    input: one,
    output: ChargeView,
    errors: ['not-found'],
    needs: {},
    roles: ['cashier'],
  }),
  /** Training only: plays the customer's phone for the charge on screen. */
  'training/act': method({
    input: z.strictObject({ id: ChargeId, act: z.enum(['pay', 'pay-late', 'pay-other-amount', 'nothing']) }),
    output: z.object({ done: z.literal(true) }),
    errors: ['not-training', 'not-found', 'not-payable'],
    needs: {},
    roles: ['cashier'],
  }),
} as const;
