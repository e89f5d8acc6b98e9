import type { ChargeEvent, ChargeEventType } from '../../../../shared/domain/charge/event.ts';
import * as events from './samples.ts';

/** One event for each kind of thing that can happen; several where the outcome hangs on what it says. */
export const COLUMNS = {
  created: events.created,
  'attempt-started': events.started(2),
  queued: events.queued(),
  'attempt-lost': events.lost(),
  opened: events.opened(),
  'opened, other amount': events.opened(1, 'amount-differs'),
  refused: events.refused(),
  'orphan-found': events.orphanFound(),
  'orphan-unlisted': events.orphanUnlisted(),
  'orphan-absent': events.orphanAbsent(),
  'seen pending': events.seen('pending'),
  'seen approved': events.seen('approved'),
  'seen expired': events.seen('expired'),
  'seen cancelled': events.seen('cancelled'),
  'seen refund_pending': events.seen('refund_pending'),
  'seen refunded': events.seen('refunded'),
  'seen partial_refunded': events.seen('partial_refunded'),
  'seen unknown': events.seen('unknown'),
  'seen approved, asked before the last change': events.seen('approved', 1, events.AMOUNT, 0),
  'given-up': events.givenUp(),
  extended: events.extended,
  'put-on-paper': events.putOnPaper,
  finalized: events.finalized,
  forced: events.forced(),
  'refund-requested': events.refundRequested(200, 'refund-2'),
  'refund-requested, too much': events.refundRequested(1001, 'refund-2'),
  'refund-done': events.refundDone(),
  'refund-refused': events.refundRefused(),
  'refund-unclear': events.refundUnclear(),
} as const satisfies Record<string, ChargeEvent>;

export type Column = keyof typeof COLUMNS;

/** Every event type that there is; a new one does not compile until it stands here. */
export const EVENT_TYPES = Object.keys({
  created: 0,
  'attempt-started': 0,
  queued: 0,
  'attempt-lost': 0,
  opened: 0,
  refused: 0,
  'orphan-found': 0,
  'orphan-unlisted': 0,
  'orphan-absent': 0,
  seen: 0,
  'given-up': 0,
  extended: 0,
  'put-on-paper': 0,
  finalized: 0,
  forced: 0,
  'refund-requested': 0,
  'refund-done': 0,
  'refund-refused': 0,
  'refund-unclear': 0,
} satisfies Record<ChargeEventType, 0>) as readonly ChargeEventType[];
