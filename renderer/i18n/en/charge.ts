import type { chargeWords as ptBR } from '../pt-br/charge.ts';
import type { Same } from '../words.ts';

export const chargeWords: Same<typeof ptBR> = {
  charge: {
    shortCode: 'charge {{code}}',
    receiver: 'The payer sees: {{name}}',
    timeLeft: 'left to pay',
    until: 'until {{time}}',
  },
  sees: {
    label: 'On the customer’s screen:',
    nothing: 'no customer screen',
    idle: 'the idle screen',
    wait: '“One moment”',
    qr: 'the QR',
    checking: '“Checking the payment”',
    paid: '“Paid”',
    cancelled: '“Charge cancelled”',
    expired: '“This QR has expired”',
    offline: '“No connection”',
    closed: '“Till closed”',
    preparing: '“Being set up”',
    'qr-refused': 'QR refused by the check',
  },
  queued: {
    title: 'No connection',
    detail: 'The charge waits; no QR was shown and nobody can pay.',
    next: 'The QR appears by itself when the connection is back.',
    unusableTitle: 'Unreadable answer from the gateway',
    unusableNext: 'The QR appears by itself when the answer can be read.',
    retry: 'Try now',
  },
  creating: {
    title: 'Making QR…',
    detail: 'No QR was shown yet.',
    waiting: 'Waiting for the gateway’s answer for {{seconds}} s.',
    second: 'The first attempt got no valid answer. This is the second.',
  },
  choices: {
    title: 'The gateway gave no valid answer, twice',
    detail: 'No QR was shown: nobody can pay this charge. Balcão looks for whatever was made and cancels it.',
    retry: 'Try again',
  },
  waiting: {
    detail: 'Waiting for the customer to pay',
    showCustomer: 'Show to the customer',
    refused: 'The QR did not pass the check and is not shown. Cancel and charge again.',
    timeOver: 'Time is up. Cancelling…',
    extend: 'More time',
    copy: 'Copy code',
    copied: 'Code copied',
    ask: 'Cancel the charge of {{amount}}?',
    askDetail: 'The QR leaves both screens at once. If the customer is already paying, wait.',
  },
  doubt: {
    silent: 'The gateway has not answered since {{time}}. The customer may have paid already.',
    silentNext: 'Balcão keeps asking by itself; the answer appears here. Do not hand over yet.',
    unusable:
      'Since {{time}} the gateway answers, but its answer cannot be read. The customer may have paid already.',
    unknownWord: 'The gateway answered something that Balcão does not know: “{{detail}}”.',
    otherAmount: '{{paid}} arrived, and the sale is {{amount}}.',
    otherAmountUnknown: 'A payment without an amount arrived. The sale is {{amount}}.',
    otherAmountUnread: 'A payment with an unreadable amount arrived. The sale is {{amount}}.',
    unknownAmountNext:
      'Balcão asks again until the amount is known. Check the gateway’s panel, and accept only if the amount is right for this sale.',
    otherAmountNext: 'Refund it, or accept it if the amount is right for this sale.',
    twice: 'The customer paid twice: {{paid}} in all.',
    checking: 'Balcão is checking with the bank.',
    since: 'in doubt for {{time}}',
    accept: 'Accept and finish',
  },
  approved: {
    end: 'end {{code}}',
  },
  ended: {
    cancelling: 'Cancelling… do not accept this payment',
    cancelled: 'Cancelled',
    expired: 'Expired',
    failed: 'The gateway refused',
    cancellingDetail:
      'The QR has left the screens. Balcão is making sure of the cancellation with the gateway.',
    cancelledDetail: 'The gateway closed the charge without a payment.',
    expiredDetail: 'The time ran out without a payment, and the charge was cancelled.',
    again: 'Charge again',
    fresh: 'New sale',
  },
};
