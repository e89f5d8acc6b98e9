import type { sellWords as ptBR } from '../pt-br/sell.ts';
import type { Same } from '../words.ts';

export const sellWords: Same<typeof ptBR> = {
  sell: {
    title: 'New charge',
    amount: 'Amount of the sale',
    code: 'Code of the slip',
    prompt: 'Type the amount',
    minimum: 'from {{amount}}',
    noWallets: 'The gateway has not listed the wallets of this till yet.',
    small: '{{amount}} is less than one real. Is that right? Enter shows the QR, Esc clears.',
    otherWallet: 'by {{name}}',
    submit: 'Show QR',
    keypadShow: 'Keypad',
    keypadHide: 'Hide keypad',
    backspace: 'Delete',
    clear: 'Clear',
    offline:
      'Without a connection there is no Pix. The charge waits here and the QR appears when it is back.',
    unusable:
      'The gateway answers, but its answer cannot be read. Without it there is no Pix; Balcão tries again by itself.',
    cancelling: 'Cancelling {{amount}}… do not accept this payment',
    returning: 'The customer paid {{amount}} and is being refunded. Do not hand over the goods',
    returningInDoubt:
      'The customer paid {{amount}}; it is not known whether it was refunded. Do not hand over the goods',
    refunded: 'The customer paid {{amount}} and was refunded. Do not hand over the goods',
    forced: 'Charge of {{amount}} settled by {{name}} without confirmation; still being checked',
    cancelled: 'Charge of {{amount}} cancelled. Do not hand over the goods',
    finalized: 'Sale of {{amount}} completed',
  },
  amountProblem: {
    zero: 'Type an amount above zero.',
    empty: 'There was nothing to paste. Type the amount, or copy it again.',
    'not-a-number': 'The pasted text is not an amount. Type it, or copy only the number, such as 25,90.',
    negative: 'The pasted text is a negative amount. Type it without the sign.',
    'too-many-decimals':
      'The pasted text has fractions of a centavo. Type it with two decimals, such as 25,90.',
    'too-large':
      'The amount would pass {{max}}, the most for a charge. Delete with Backspace, or split the sale in two.',
    tooLong: 'That is too many digits. Delete with Backspace.',
    'decimals-full': 'Only two digits fit after the comma. Delete with Backspace.',
    'no-sums': 'This field does no sums. Delete the sign with Backspace and type the total.',
    'digits-only': 'Digits only. Delete with Backspace and type the amount.',
    digitsOrSlip: 'Digits only. Delete with Backspace. To look up a slip, begin with B.',
    barcode:
      'This looks like a barcode, not an amount. The amount is as it was: check it and press Backspace.',
  },
  today: {
    count_zero: 'no sales',
    count_one: '{{count}} sale',
    count_other: '{{count}} sales',
    empty: 'Today’s charges appear here.',
    list: 'Today’s charges',
    toFinalize: 'to finalize',
  },
};
