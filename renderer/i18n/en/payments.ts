import type { paymentsWords as ptBR } from '../pt-br/payments.ts';
import type { Same } from '../words.ts';
import { mark } from './status.ts';
import { term } from './terms.ts';

export const payments = {
  searchHint: 'Reference, order, end of the Pix code or the slip’s code.',
  status: 'Status',
  late: 'Paid late',
  forced: 'Without confirmation',
  clear: 'Clear filters',
  filters: 'Filters',
  save: 'Save filter',
  saveName: 'Name of the filter',
  saved: 'Saved filters',
  delete: 'Delete filter',
  atLeast: 'at least',
  orMore: '{{number, number}}+',
  count_zero: 'no charge',
  count_one: '{{count, number}} charge',
  count_other: '{{count, number}} charges',
  dayNet: '{{amount}} net',
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
    late: mark.late,
    back: 'Back to the list',
    unanswered:
      'The gateway did not answer everything about this charge. Nothing changed; Balcão goes on checking. Try again in a moment.',
    old: 'This sale is more than 90 days old: the bank may refuse the refund.',
  },
};
