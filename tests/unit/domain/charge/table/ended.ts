import type { Row } from './row.ts';

/** What becomes of a charge after it ended without money, event by event: the next state and its effects, or why not. */
export const ENDED = {
  cancelled: {
    'seen pending': 'cancelled, cancel 1',
    'seen approved': 'approved late, stop look-up 1, stop watch 1, stop cancel 1, stop time-limit, watch 1',
    'seen expired': 'no: nothing-new',
    'seen cancelled': 'no: nothing-new',
    'seen refund_pending': 'refund_pending, stop look-up 1, stop cancel 1, stop time-limit, watch 1',
    'seen refunded': 'refunded, stop look-up 1, stop cancel 1, stop time-limit, stop refund 1',
    'seen partial_refunded':
      'partially_refunded (refund-unclear), stop look-up 1, stop cancel 1, stop time-limit, watch 1',
    'seen unknown': 'no: nothing-new',
    'seen approved, asked before the last change': 'no: stale',
  },
  expired: {
    'seen pending': 'expired, cancel 1',
    'seen approved': 'approved late, stop look-up 1, stop watch 1, stop cancel 1, stop time-limit, watch 1',
    'seen expired': 'no: nothing-new',
    'seen cancelled': 'no: nothing-new',
    'seen refund_pending': 'refund_pending, stop look-up 1, stop cancel 1, stop time-limit, watch 1',
    'seen refunded': 'refunded, stop look-up 1, stop cancel 1, stop time-limit, stop refund 1',
    'seen partial_refunded':
      'partially_refunded (refund-unclear), stop look-up 1, stop cancel 1, stop time-limit, watch 1',
    'seen unknown': 'no: nothing-new',
    'seen approved, asked before the last change': 'no: stale',
  },
  failed: {},
} satisfies Record<string, Row>;
