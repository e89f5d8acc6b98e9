import type { refundWords as ptBR } from '../pt-br/refund.ts';
import type { Same } from '../words.ts';

export const refundWords: Same<typeof ptBR> = {
  refund: {
    title: 'Refund {{amount}}',
    detail: 'The money goes back to the payer’s account. The manager says why and types the PIN.',
    reasons: {
      exchange: 'Exchange',
      changedMind: 'Changed mind',
      wrongAmount: 'Wrong amount',
      other: 'Another reason',
    },
  },
  accept: {
    title: 'Accept another amount',
  },
  refundPart: {
    title: 'Refund part or all ({{amount}})',
    remains: 'Can still be refunded: {{amount}}.',
    amount: 'Amount to refund',
    tooMuch: 'The amount would pass the {{amount}} that is left. Delete with Backspace.',
  },
  force: {
    title: 'Settle {{amount}} without confirmation',
    cancelling:
      'The gateway has not confirmed the cancellation. With the manager’s authorization the shift can close; Balcão goes on checking and tells if the gateway says otherwise.',
    returning:
      'The gateway has not confirmed the refund. With the manager’s authorization the shift can close; Balcão goes on checking and tells if the gateway says otherwise.',
    notPaid: 'The money is not with the shop',
    notPaidDetail: 'Not paid, or refunded: the goods were not handed over.',
    paid: 'The money is with the shop',
    paidDetail: 'Checked in the shop’s bank app: the goods were handed over.',
    reasonHint: 'How is that known? It is recorded with the manager’s name.',
  },
};
