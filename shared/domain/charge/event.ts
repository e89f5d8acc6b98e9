import type { EpochMs } from '../../kernel/time.ts';
import type { Centavos } from '../money/centavos.ts';
import type { GivenUpBy, OrderFamily } from './charge.ts';

/** A status word of the gateway, `pendingv` folded into `pending`; `unknown` is doubt. */
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

/** Everything that can happen to a charge. Each is one row of the ledger; the fold of them is the charge. */
export type ChargeEvent =
  | {
      readonly type: 'created';
      readonly id: string;
      readonly requestId: string;
      readonly reference: string | null;
      readonly description: string | null;
      /** The store's name when the charge was made; events of before it was written down have none. */
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
      /** A lower bound of the gateway's clock at that moment; absent while it is not known, and in events of older versions. */
      readonly gatewayAt?: EpochMs;
    }
  /** A fresh order is about to be asked for, under a reference of its own. */
  | {
      readonly type: 'attempt-started';
      readonly orderRef: string;
      readonly family: OrderFamily;
      /** As in `created`. */
      readonly gatewayAt?: EpochMs;
    }
  /** The request certainly never left: nobody can pay, the charge waits for the connection. */
  | { readonly type: 'queued'; readonly attempt: number; readonly detail: string }
  /** No answer came: the order may exist. Its QR was never shown. */
  | { readonly type: 'attempt-lost'; readonly attempt: number; readonly detail: string }
  | {
      readonly type: 'opened';
      readonly attempt: number;
      readonly orderId: string;
      readonly family: OrderFamily;
      readonly brCode: string;
      readonly deadlineAt: EpochMs;
      /** Set when the QR does not say what was typed: it is never shown and the order is cancelled. */
      readonly mismatch: string | null;
    }
  /** The gateway said no to the create. */
  | { readonly type: 'refused'; readonly attempt: number; readonly message: string }
  /** A search found the order of a lost attempt. */
  | {
      readonly type: 'orphan-found';
      readonly attempt: number;
      readonly orderId: string;
      readonly family: OrderFamily;
    }
  /**
   * A complete search for the order of a lost attempt found nothing, up to `gatewayAt` by the gateway's clock. It goes on:
   * the order may be listed late.
   */
  | { readonly type: 'orphan-unlisted'; readonly attempt: number; readonly gatewayAt: EpochMs }
  /**
   * Complete searches found nothing until any order that was made had certainly expired. The proof, by the gateway's
   * clock, is the window `from` (null: its last 24 hours) to `until`; events of older versions have none.
   */
  | {
      readonly type: 'orphan-absent';
      readonly attempt: number;
      readonly from?: EpochMs | null;
      readonly until?: EpochMs;
    }
  /** What the gateway says of an order, asked for when the charge stood at `askedAt`. */
  | {
      readonly type: 'seen';
      readonly attempt: number;
      readonly askedAt: number;
      readonly word: RemoteWord;
      readonly rawWord: string;
      readonly paidAmount: Centavos | null;
      /** What came in the place of the paid amount and cannot be read; then `paidAmount` is null. */
      readonly unreadPaidAmount?: string;
      readonly endToEndId: string | null;
    }
  | { readonly type: 'given-up'; readonly cause: GivenUpBy; readonly reason: string | null }
  | { readonly type: 'extended'; readonly deadlineAt: EpochMs }
  /** The QR was printed: a slip lives longer than a screen. `timeLimitMs` is its whole life from now. */
  | { readonly type: 'put-on-paper'; readonly timeLimitMs: number; readonly deadlineAt: EpochMs }
  | { readonly type: 'finalized' }
  /** A manager settles it without proof; `by` is the operator id whose PIN it was. */
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
    }
  | { readonly type: 'refund-done'; readonly refundId: string }
  | { readonly type: 'refund-refused'; readonly refundId: string; readonly message: string }
  /** The answer cannot prove how much was refunded. It is not asked for again; the order is read until it is clear. */
  | { readonly type: 'refund-unclear'; readonly refundId: string; readonly message: string };

export type ChargeEventType = ChargeEvent['type'];

/** The compiler refuses this table when a type of event is missing, or is not one. */
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

/** Outside work that a transition asks for; each becomes a row of the outbox in the same transaction. */
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

/** Why an event does not apply to a charge as it stands. */
export type Rejection =
  'not-applicable' | 'stale' | 'nothing-new' | 'exceeds-refundable' | 'already-extended';
