import type { day as ptBR } from '../pt-br/day.ts';
import type { Same } from '../words.ts';

export const day: Same<typeof ptBR> = {
  day: {
    today: 'Today, {{date}}',
    other: 'Day {{date}}',
    before: 'Day before',
    after: 'Day after',
    sold: 'Sold',
    count: 'Paid charges',
    average: 'Average sale',
    refunds: 'Given back',
    net: 'Net',
    usual_one: 'the {{weekday}} before: {{amount}}',
    usual_other: 'average of the last {{count}} ({{weekday}}): {{amount}}',
    noUsual: 'no {{weekday}} before to compare with',
    open: 'Not settled',
    underWay: 'Under way; does not keep the shift from closing',
    allSettled: 'Everything is settled.',
    nothingToSettle: 'Nothing to settle now.',
    byHour: 'Sales by hour',
    byWallet: 'By wallet',
    byOperator: 'By operator',
    hour: 'Hour',
    wallet: 'Wallet',
    operator: 'Operator',
    sales: 'Sales',
    total: 'Total',
    empty: 'No charge on this day.',
    see: 'See',
    ways: 'Ways out: {{names}}',
  },
  open: {
    waiting: 'waiting for the customer’s payment',
    paid: 'paid, and nobody finalized it',
    late: 'a payment came late and nobody settled it',
    partly: 'part was given back, and nobody finalized it',
    cancelling: 'being cancelled; the gateway has not confirmed',
    returning: 'being given back; the bank has not confirmed',
    searching: 'looking at the gateway for an order that got no answer; takes some minutes',
    'other-order': 'another order of this charge is not closed at the gateway yet; wait',
    forced: 'settled without proof by {{name}}; still being checked',
  },
  wrong: {
    contradicted:
      'Settled without proof {{signed}} by {{name}}, and the gateway says otherwise. Check with the shop’s bank.',
    'accepted-paid-other-amount':
      'What was paid differs from the amount of the sale, and the sale was finished like that.',
    'accepted-paid-twice': 'The customer paid twice, and the sale was finished like that.',
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
  way: {
    finalize: 'Finalize',
    cancel: 'Cancel the charge',
    wait: 'Check now',
    refund: 'Give back',
    force: 'Settle without proof',
  },
};
