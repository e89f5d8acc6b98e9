import type { paymentsWords as ptBR } from '../pt-br/payments.ts';
import type { Same } from '../words.ts';
import { term } from './terms.ts';

export const payments = {
  searchHint: 'Reference, order, end of the Pix code or the slip’s code.',
  status: 'Status',
  late: 'Late only',
  forced: 'Without proof only',
  clear: 'Clear filters',
  filters: 'Filters',
  save: 'Keep filter',
  saveName: 'Name of the filter',
  saved: 'Kept filters',
  delete: 'Delete filter',
  atLeast: 'at least',
  orMore: '{{number, number}}+',
  count_zero: 'no charge',
  count_one: '{{count, number}} charge',
  count_other: '{{count, number}} charges',
  sums: '{{paid}} received · {{refunded}} refunded · {{net}} net',
  empty: 'Nothing with these filters. Change one of them, or clear them all with Del.',
  emptyPeriod: 'Nothing with these filters in this period.',
  everywhere: 'Search in everything',
  allMasculine: 'All',
  allFeminine: 'All',
} as const;

export const paymentsWords: Same<typeof ptBR> = {
  payments,
  period: {
    today: term.today,
    yesterday: 'Yesterday',
    week: 'This week',
    month: 'This month',
    all: 'All',
    range: 'From and to',
    label: 'Period',
  },
  payment: {
    reference: 'Reference',
    endToEnd: 'Pix code',
    order: 'Order at the gateway',
    orderNo: 'Order {{no}} at the gateway, {{status}}',
    gatewaySaid: 'the gateway said: {{word}}',
    late: 'late payment',
    back: 'Back to the list',
    use: 'Use for the sale',
    unanswered:
      'The gateway did not answer all about this charge. Nothing changed; Balcão goes on checking. Try again in a moment.',
    old: 'This sale is more than 90 days old: the bank may refuse the refund.',
  },
};
