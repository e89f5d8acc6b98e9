import { charge, NOW, paid, SECOND } from './charges.ts';
import type { CashierScene } from './scene.ts';
import { tillView, unusable } from './till-view.ts';

/** Twice the amount of the sale. */
const overpaid = paid({
  answer: 'doubt',
  paidAmount: 5_180,
  refundable: 5_180,
  needsManager: true,
  problem: { code: 'paid-other-amount', detail: '5180' },
});

/** Every state in which it is not known whether the money came, or in which it does not fit. */
export const doubtScenes: readonly CashierScene[] = [
  {
    name: 'doubt',
    screen: 'doubt',
    views: [
      tillView({
        current: charge({ answer: 'doubt', noUsableAnswerSince: NOW - 48 * SECOND }),
        gateway: { online: false, lastContactAt: NOW - 48 * SECOND, unusable: null },
        customerSees: 'checking',
      }),
    ],
  },
  {
    name: 'doubt-unusable',
    screen: 'doubt',
    views: [
      tillView({
        current: charge({
          answer: 'doubt',
          noUsableAnswerSince: NOW - 48 * SECOND,
          unusableAnswer: '200: not the state of an order',
        }),
        gateway: unusable(48 * SECOND),
        customerSees: 'checking',
      }),
    ],
  },
  {
    name: 'doubt-unread-amount',
    screen: 'doubt',
    views: [
      tillView({
        current: paid({
          answer: 'doubt',
          paidAmount: null,
          refundable: 0,
          problem: { code: 'paid-other-amount', detail: 'vinte e cinco e noventa' },
        }),
        customerSees: 'checking',
      }),
    ],
  },
  {
    name: 'doubt-other-amount',
    screen: 'doubt',
    views: [
      tillView({
        current: paid({
          answer: 'doubt',
          paidAmount: 2_000,
          refundable: 2_000,
          needsManager: true,
          problem: { code: 'paid-other-amount', detail: '2000' },
        }),
        customerSees: 'checking',
      }),
    ],
  },
  {
    name: 'doubt-over-amount',
    screen: 'doubt',
    views: [tillView({ current: overpaid, customerSees: 'checking' })],
  },
  { name: 'accept', screen: 'accept', views: [tillView({ current: overpaid })], keys: ['F4'] },
];
