import type { shiftWords as ptBR } from '../pt-br/shift.ts';
import type { Same } from '../words.ts';

export const shiftWords: Same<typeof ptBR> = {
  closeShift: {
    title: 'Close {{name}}’s shift?',
    summary_one: 'Opened at {{time}}. Today: {{count}} sale, {{total}}.',
    summary_other: 'Opened at {{time}}. Today: {{count}} sales, {{total}}.',
    ready: 'No open charge.',
    blockedTitle: 'The shift cannot close yet',
    blocked: 'Settle each item; when the list is empty, the shift can close.',
    waiting: 'Balcão settles it by itself; when the list is empty, the shift can close.',
    refused: 'Still to settle: {{codes}}.',
  },
  closing: {
    title: 'Shift closed',
    who: '{{till}} · {{operator}} · {{from}} to {{to}}',
    days: 'This shift crosses midnight: it has sales from {{first}} to {{last}}.',
    net: 'Stayed with the shop',
    count: 'Charges',
    nothing: 'Nothing was received and nothing was refunded.',
    noCharges: 'No charge in this shift.',
    none: 'none',
    sum: '{{number}} · {{total}}',
    late: 'Paid late',
    forced: 'Settled without confirmation',
    earlier: 'Of earlier shifts',
    earlierSums: 'received {{received}}, refunded {{refunded}}',
    first: 'First charge',
    last: 'Last charge',
    edge: '{{time}} · {{amount}} · {{code}}',
    head: 'Ledger row {{row}}',
  },
  closings: {
    none: 'No shift was closed yet.',
    print: 'Print again',
  },
};
