import type { EpochMs } from '../../kernel/time.ts';
import type { Centavos } from '../money/centavos.ts';
import type { GivenUpBy, OrderFamily } from './charge.ts';

/** A status word of the gateway. `pendingv` becomes `pending`. A word that the code does not know is `unknown`. */
export const REMOTE_WORDS = [
  'pending',
  'approved',
  'expired',
  'cancelled',
  'refund_pending',
  'refunded',
  'partial_refunded',
  'unknown',
] as const;
export type RemoteWord = (typeof REMOTE_WORDS)[number];

/** The events of a charge. Each is one row of the ledger. The charge is the result of all its events. */
export type ChargeEvent =
  | {
      readonly type: 'created';
      readonly id: string;
      readonly requestId: string;
      readonly reference: string | null;
      readonly description: string | null;
      /** The store's name when the charge was created. Absent in events of versions that did not store it. */
      readonly store?: string;
      readonly till: string;
      readonly operator: string;
      readonly shiftId: string;
      readonly businessDay: string;
      readonly amount: Centavos;
      readonly wallet: string;
      readonly pixDictKey: string | null;
      readonly timeLimitMs: number;
      readonly orderRef: string;
      readonly family: OrderFamily;
      /** A lower bound of the gateway's clock at this moment. Absent while it is unknown, and in events of older versions. */
      readonly gatewayAt?: EpochMs;
    }
  /** Another attempt starts, under a new order reference. */
  | {
      readonly type: 'attempt-started';
      readonly orderRef: string;
      readonly family: OrderFamily;
      /** As in `created`. */
      readonly gatewayAt?: EpochMs;
    }
  /** The request was certainly not sent. The charge cannot be paid and waits for the connection. */
  | { readonly type: 'queued'; readonly attempt: number; readonly detail: string }
  /** No answer came. The order may exist. Its QR was never shown. */
  | { readonly type: 'attempt-lost'; readonly attempt: number; readonly detail: string }
  /** The gateway made the order and returned its QR. */
  | {
      readonly type: 'opened';
      readonly attempt: number;
      readonly orderId: string;
      readonly family: OrderFamily;
      readonly brCode: string;
      readonly deadlineAt: EpochMs;
      /** Set if the QR does not match the charge. The QR is then never shown and the order is cancelled. */
      readonly mismatch: string | null;
    }
  /** The gateway refused the create. */
  | { readonly type: 'refused'; readonly attempt: number; readonly message: string }
  /** A search found the order of a lost attempt. */
  | {
      readonly type: 'orphan-found';
      readonly attempt: number;
      readonly orderId: string;
      readonly family: OrderFamily;
    }
  /**
   * A complete search for the order of a lost attempt found nothing until `gatewayAt` of the gateway's clock. The search
   * continues, because the order may be listed late.
   */
  | { readonly type: 'orphan-unlisted'; readonly attempt: number; readonly gatewayAt: EpochMs }
  /**
   * Complete searches found nothing until an order that was made must have expired. The proof is the window of the gateway's
   * clock from `from` (null: its last 24 hours) to `until`. Absent in events of older versions.
   */
  | {
      readonly type: 'orphan-absent';
      readonly attempt: number;
      readonly from?: EpochMs | null;
      readonly until?: EpochMs;
    }
  /** The gateway's answer about an order. `askedAt` is the charge's version when the gateway was asked. */
  | {
      readonly type: 'seen';
      readonly attempt: number;
      readonly askedAt: number;
      readonly word: RemoteWord;
      readonly rawWord: string;
      readonly paidAmount: Centavos | null;
      /** The paid amount as it came, if it cannot be read. `paidAmount` is null then. */
      readonly unreadPaidAmount?: string;
      readonly endToEndId: string | null;
    }
  | { readonly type: 'given-up'; readonly cause: GivenUpBy; readonly reason: string | null }
  | { readonly type: 'extended'; readonly deadlineAt: EpochMs }
  /** The QR was printed. A slip is valid longer than a screen. `timeLimitMs` is its whole time from now. */
  | { readonly type: 'put-on-paper'; readonly timeLimitMs: number; readonly deadlineAt: EpochMs }
  | { readonly type: 'finalized' }
  /** A manager settles the charge without proof. `by` is the operator id of the manager. */
  | {
      readonly type: 'forced';
      readonly outcome: 'paid' | 'not-paid';
      readonly reason: string;
      readonly by: string;
    }
  | {
      readonly type: 'refund-requested';
      readonly refundId: string;
      readonly amount: Centavos;
      readonly reason: string | null;
      /** The second manager, who signed a refund above a limit of the shop. */
      readonly secondBy?: string;
    }
  | { readonly type: 'refund-done'; readonly refundId: string }
  | { readonly type: 'refund-refused'; readonly refundId: string; readonly message: string }
  /** The answer does not prove how much was refunded. The refund is not repeated. The order is read until the amount is proven. */
  | { readonly type: 'refund-unclear'; readonly refundId: string; readonly message: string };

/** The type of a charge's event. */
export type ChargeEventType = ChargeEvent['type'];

/** The compiler refuses this table if a type is missing or unknown. */
const TYPES: Record<ChargeEventType, true> = {
  created: true,
  'attempt-started': true,
  queued: true,
  'attempt-lost': true,
  opened: true,
  refused: true,
  'orphan-found': true,
  'orphan-unlisted': true,
  'orphan-absent': true,
  seen: true,
  'given-up': true,
  extended: true,
  'put-on-paper': true,
  finalized: true,
  forced: true,
  'refund-requested': true,
  'refund-done': true,
  'refund-refused': true,
  'refund-unclear': true,
};

/** Every type of `ChargeEvent`. */
export const CHARGE_EVENT_TYPES = Object.keys(TYPES) as [ChargeEventType, ...ChargeEventType[]];

/** Work outside the till that a transition asks for. Each becomes a row of the outbox in the same transaction. */
export type ChargeEffect =
  | { readonly kind: 'create'; readonly attempt: number }
  | { readonly kind: 'look-up'; readonly attempt: number }
  | { readonly kind: 'cancel'; readonly attempt: number }
  | { readonly kind: 'find-orphan'; readonly attempt: number }
  | { readonly kind: 'watch'; readonly attempt: number }
  | { readonly kind: 'refund'; readonly attempt: number }
  | { readonly kind: 'time-limit'; readonly dueInMs: number }
  | {
      readonly kind: 'stop';
      readonly of: 'create' | 'look-up' | 'time-limit' | 'watch' | 'cancel' | 'find-orphan' | 'refund';
      readonly attempt: number;
    };

/** Why an event does not apply to the present state of a charge. */
export type Rejection =
  'not-applicable' | 'stale' | 'nothing-new' | 'exceeds-refundable' | 'already-extended';
