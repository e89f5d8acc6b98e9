import type { settleWords as ptBR } from '../pt-br/settle.ts';
import type { Same } from '../words.ts';

export const settleWords: Same<typeof ptBR> = {
  settle: {
    title: 'There is an open charge',
    found: 'It was open when Balcão closed.',
    'next-sale': 'Settle it before the next sale.',
    quit: 'Settle it before quitting.',
    minutes_one: '{{count}} minute ago',
    minutes_other: '{{count}} minutes ago',
    now: 'just now',
    pending: 'waiting for payment',
    finalizeAndQuit: 'Finalize and quit',
    see: 'See the charge',
    cancelAndQuit: 'Cancel and quit',
  },
  late: {
    title: 'Paid late, after the cancellation',
    titleTwice: 'The customer paid twice',
    at: '{{amount}} at {{time}}',
    sale: 'Sale of {{time}}, by {{name}}, {{wallet}}, code {{code}}.',
    cancelledAt: 'Cancelled at {{time}}.',
    expiredAt: 'Expired at {{time}}.',
    question: 'Did the customer take the goods?',
    refund: 'No, refund',
    titleRefunded: 'The difference was refunded',
    refunded: 'The sale of {{amount}} is paid. Hand over the goods.',
    more_one: 'And {{count}} more paid late.',
    more_other: 'And {{count}} more paid late.',
    use: 'Yes, accept',
    later: 'Decide later',
    strip_one: '{{count}} paid late, to settle',
    strip_other: '{{count}} paid late, to settle',
    resolve: 'Settle',
  },
};
