import type { timelineWords as ptBR } from '../pt-br/timeline.ts';
import type { Same } from '../words.ts';

export const event = {
  created: 'Charge created',
  'attempt-started': 'Another attempt',
  queued: 'No connection: nothing was sent',
  'attempt-lost': 'The gateway gave no valid answer',
  opened: 'QR shown to the customer',
  refused: 'The gateway refused',
  'orphan-found': 'Lost order found at the gateway',
  'orphan-unlisted': 'Lost order is not in the list of the gateway; the search goes on',
  'orphan-absent': 'No lost order can be paid any more',
  'seen-pending': 'The gateway said: pending',
  'seen-approved': 'The gateway confirmed the payment',
  'seen-cancelled': 'The gateway confirmed the cancel',
  'seen-expired': 'The gateway said: expired',
  'seen-refund_pending': 'The gateway is refunding it',
  'seen-refunded': 'The gateway confirmed the refund',
  'seen-partial_refunded': 'The gateway confirmed a refund of a part',
  'seen-unknown': 'The gateway said something unknown',
  'given-up': 'Charge cancelled',
  extended: 'More time given',
  'put-on-paper': 'QR printed',
  finalized: 'Finalized: goods handed over',
  forced: 'Settled without confirmation',
  'refund-requested': 'Refund requested',
  'refund-done': 'Refund confirmed',
  'refund-refused': 'The gateway refused the refund',
  'refund-unclear': 'Not known whether the refund was made',
} as const;

const via = {
  api: 'through the API',
  hub: 'through the hub',
  files: 'by file',
  'command-line': 'from the command line',
} as const;

/** The timeline of a charge. */
export const timelineWords: Same<typeof ptBR> = {
  event,
  via,
};
