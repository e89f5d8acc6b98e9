import { PANEL_STATUS_WORDS } from '../../../shared/domain/charge/panel-status-words.ts';
import type { statusWords as ptBR } from '../pt-br/status.ts';
import type { Same } from '../words.ts';

export const mark = {
  unproven: 'without confirmation',
  late: 'paid late',
  unsettled: 'to settle',
} as const;

export const statusWords: Same<typeof ptBR> = {
  keyHelp: {
    title: 'Keys of this screen',
    hint: 'Hold Ctrl, or press ? on any screen.',
  },
  answer: {
    paid: 'Paid. Hand over the goods',
    'not-paid': 'Not paid. Do not hand over the goods',
    used: 'Already used. Do not hand over the goods again',
    doubt: 'In doubt. Wait',
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
  panel: PANEL_STATUS_WORDS.en,
  mark,
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
};
