import type { statusWords as ptBR } from '../pt-br/status.ts';
import type { Same } from '../words.ts';

const panel = {
  pending: 'Pending',
  approved: 'Approved',
  'partially-refunded': 'Partially refunded',
  refunded: 'Refunded',
  expired: 'Expired',
  cancelled: 'Cancelled',
  failed: 'Failed',
} as const;

export const statusWords: Same<typeof ptBR> = {
  answer: {
    paid: 'Paid, hand over',
    'not-paid': 'Not paid, do not hand over',
    doubt: 'In doubt, wait',
  },
  status: {
    queued: 'waiting',
    creating: 'making QR',
    pending: 'unpaid',
    cancelling: 'cancelling',
    approved: 'paid',
    cancelled: 'cancelled',
    expired: 'expired',
    failed: 'refused',
    refund_pending: 'refunding',
    partially_refunded: 'part refund',
    refunded: 'refunded',
  },
  panel,
  mark: {
    unproven: 'without proof',
    late: 'late',
    unsettled: 'not settled',
  },
  attempt: {
    sent: 'sent',
    lost: 'no valid answer',
    unsent: 'not sent',
    open: 'open',
    paid: 'paid',
    returning: 'being refunded',
    unclear: 'in doubt',
    closed: 'closed',
  },
  /** The panel's words by the panel's own names. */
  word: {
    pendente: panel.pending,
    aprovado: panel.approved,
    expirado: panel.expired,
    estorno: panel.refunded,
    'estorno-parcial': panel['partially-refunded'],
    cancelado: panel.cancelled,
    falha: panel.failed,
  },
};
