import type { problemWords as ptBR } from '../pt-br/problem.ts';
import type { Same } from '../words.ts';

export const problemWords: Same<typeof ptBR> = {
  open: {
    waiting: 'waiting for the customer’s payment',
    paid: 'paid, not finalized yet',
    late: 'paid late, to settle',
    partly: 'refunded in part, not finalized yet',
    cancelling: 'being cancelled; the gateway has not confirmed',
    returning: 'being refunded; the gateway has not confirmed',
    searching:
      'looking at the gateway for an order that got no valid answer; it can take a little over an hour. Its QR was not shown: the goods follow the answer of this sale. The closing waits only for the first complete search.',
    'other-order': 'another order of this charge is not closed at the gateway yet; wait',
    forced: 'settled without confirmation by {{name}}; still being checked',
  },
  problem: {
    'gateway-refused': 'The gateway refused the charge{{why}}. Check amount and wallet and charge again.',
    'no-answer-twice': 'No valid answer from the gateway in two attempts. Try again or cancel.',
    'qr-mismatch':
      'The QR received does not match the sale and was not shown. Charge again; if it recurs, call support.',
    'paid-other-amount': 'The amount paid is not the amount of the sale. Refund or accept.',
    'paid-twice': 'The customer paid twice. Refund what is too much.',
    'unknown-word': 'The gateway answered something unknown. Wait: Balcão checks again.',
    'refund-refused': 'The gateway refused the refund{{why}}. The money stays with the shop.',
    'refund-unclear':
      'How much was refunded to the customer is not known. Balcão keeps checking. Check the gateway’s panel before you refund another way.',
  },
  wrong: {
    contradicted:
      'Settled without confirmation {{signed}} by {{name}}, and the gateway says otherwise. Check with the shop’s bank.',
    'accepted-paid-other-amount':
      'What was paid differs from the amount of the sale, and the sale was finalized like that.',
    'paid-amount-unknown':
      'Paid, but how much is not known. Balcão asks again until it is; check the gateway’s panel before you accept.',
    'accepted-paid-amount-unknown': 'How much was paid is not known, and the sale was finalized like that.',
    'accepted-paid-twice': 'The customer paid twice, and the sale was finalized like that.',
    'refund-unknown-word':
      'Whether the refund was made is not known: the gateway answered something unknown. Do not hand over the goods, and do not refund another way. Balcão keeps checking; if you cannot wait, check the gateway’s panel.',
  },
  outcome: {
    paid: 'as paid',
    'not-paid': 'as not paid',
  },
  verdict: {
    unverified: 'the gateway has said nothing yet',
    confirmed: 'the gateway confirmed it',
    contradicted: 'the gateway says otherwise',
  },
  cause: {
    operator: 'cancelled at the till',
    'time-limit': 'its time was over',
    'qr-mismatch': 'the QR did not match',
  },
};
