import type { receiptWords as ptBR } from '../pt-br/receipt.ts';
import type { Same } from '../words.ts';

export const receiptWords: Same<typeof ptBR> = {
  receipt: {
    title: 'Check a receipt',
    detail: 'Type the end of the Pix id, or the amount and the time that the receipt shows.',
    end: 'End of the Pix id',
    endHint: 'The last 4 characters or more.',
    minuteHint: 'For example 14:31.',
    badMinute: 'Invalid time. Type, for example, 14:31.',
    badEnd: 'The end of the id is 4 letters or digits, or more.',
    checking: 'Asking the bank…',
    found: 'It belongs to this sale: {{amount}}, at {{time}}.',
    late: 'The payment of {{amount}} at {{time}} belongs to a charge that was cancelled and not handed over. Settle it under paid late (F10).',
    used: 'The payment of {{amount}} was used for the sale of {{name}}, finalized at {{time}}.',
    refunded: 'The payment of {{amount}}, of the sale of {{name}}, was refunded or is being refunded.',
    'not-found': 'Neither Balcão nor the gateway knows this payment at this till. Do not hand over.',
    'cannot-tell':
      'The gateway did not answer everything. Check again in some seconds, or in the shop’s bank app.',
  },
  found: {
    late: 'The payment of {{amount}} at {{time}} is not settled yet. Settle it under paid late (F10).',
    unpaid: '{{amount}} not paid, ended at {{time}}. Charge again.',
  },
};
