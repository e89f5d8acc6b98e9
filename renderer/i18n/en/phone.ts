import type { phoneWords as ptBR } from '../pt-br/phone.ts';
import type { Same } from '../words.ts';

export const phoneWords: Same<typeof ptBR> = {
  phone: {
    title: 'Customer’s phone',
    detail: 'Training only: plays the person who pays.',
    target: 'Charge of {{amount}}',
    noTarget: 'No charge on screen. Show a QR first.',
    pay: 'Pay',
    'pay-late': 'Pay after the cancellation',
    'pay-other-amount': 'Pay another amount',
    nothing: 'Do nothing',
    'pay-twice': 'Pay twice',
    'no-connection': 'Internet out for 30 s',
    'no-answer': 'Gateway silent for 30 s',
    page: 'Also at {{url}}',
  },
};
