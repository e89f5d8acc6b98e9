import type { ChargeEvent } from '../../../../shared/domain/charge/event.ts';
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
