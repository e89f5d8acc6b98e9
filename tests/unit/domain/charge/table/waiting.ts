import type { Row } from './row.ts';

/** What becomes of a charge before it is paid, event by event: the next state and its effects, or why not. */
export const WAITING = {
  queued: {
    'attempt-started': 'creating, create 2',
    'given-up': 'cancelled, stop time-limit, stop create 1',
  },
  creating: {
    queued: 'queued',
    'attempt-lost': 'creating, find-orphan 1',
    opened: 'pending, look-up 1, time-limit 300 s',
    'opened, other amount': 'cancelling (qr-mismatch), stop time-limit, cancel 1',
    refused: 'failed (gateway-refused), stop time-limit',
    'given-up': 'cancelling, stop time-limit',
  },
  pending: {
    'seen pending': 'no: nothing-new',
    'seen approved': 'approved, stop look-up 1, stop watch 1, stop cancel 1, stop time-limit',
    'seen expired': 'expired, stop look-up 1, stop cancel 1, watch 1, stop time-limit',
    'seen cancelled': 'cancelled, stop look-up 1, stop cancel 1, watch 1, stop time-limit',
    'seen refund_pending': 'refund_pending, stop look-up 1, stop cancel 1, stop time-limit, watch 1',
    'seen refunded': 'refunded, stop look-up 1, stop cancel 1, stop time-limit, stop refund 1',
    'seen partial_refunded':
      'partially_refunded (refund-unclear), stop look-up 1, stop cancel 1, stop time-limit, watch 1',
    'seen unknown': 'pending (unknown-word)',
    'seen approved, asked before the last change': 'no: stale',
    'given-up': 'cancelling, stop look-up 1, cancel 1, stop time-limit',
    extended: 'pending, time-limit 540 s',
    'put-on-paper': 'pending, time-limit 600 s',
  },
  cancelling: {
    'seen pending': 'no: nothing-new',
    'seen approved': 'approved late, stop look-up 1, stop watch 1, stop cancel 1, stop time-limit, watch 1',
    'seen expired': 'cancelled, stop look-up 1, stop cancel 1, watch 1',
    'seen cancelled': 'cancelled, stop look-up 1, stop cancel 1, watch 1',
    'seen refund_pending': 'refund_pending, stop look-up 1, stop cancel 1, stop time-limit, watch 1',
    'seen refunded': 'refunded, stop look-up 1, stop cancel 1, stop time-limit, stop refund 1',
    'seen partial_refunded':
      'partially_refunded (refund-unclear), stop look-up 1, stop cancel 1, stop time-limit, watch 1',
    'seen unknown': 'no: nothing-new',
    'seen approved, asked before the last change': 'no: stale',
    forced: 'cancelling',
  },
} satisfies Record<string, Row>;
