import { charge, ended, MINUTE, NOW, paid, refundInDoubt } from './charges.ts';
import type { CashierScene } from './scene.ts';
import { tillView, trainingView, unusable } from './till-view.ts';

const hanging = charge({ id: '01K7Z000000000000000000BBB', amount: 800, status: 'cancelling', brCode: null });

/** The scenes of the sell screen: typed texts, and results of earlier sales. */
export const sellScenes: readonly CashierScene[] = [
  { name: 'sell', screen: 'sell', views: [tillView()] },
  {
    name: 'sell-first-of-day',
    screen: 'sell',
    views: [trainingView({ today: { day: '2026-11-21', total: 0, count: 0, rows: [] } })],
  },
  { name: 'sell-typed', screen: 'sell', views: [tillView()], keys: ['2', '5', '9', '0'] },
  { name: 'sell-largest', screen: 'sell', views: [tillView()], keys: ['9', '9', '9', '9', '9', '9', '9'] },
  {
    name: 'sell-too-large',
    screen: 'sell',
    views: [tillView()],
    keys: ['9', '9', '9', '9', '9', '9', '9', '9'],
  },
  { name: 'sell-minimum', screen: 'sell', views: [tillView()], keys: ['2', '5', '0'] },
  { name: 'sell-bad-paste', screen: 'sell', views: [tillView()], paste: 'vinte e cinco' },
  {
    name: 'sell-barcode',
    screen: 'sell',
    views: [tillView()],
    keys: ['2', '5', '9', '0', 'scan:7891000100103'],
  },
  { name: 'sell-comma-full', screen: 'sell', views: [tillView()], keys: ['2', '5', ',', '9', '0', '1'] },
  { name: 'sell-letter', screen: 'sell', views: [tillView()], keys: ['2', '5', 'q'] },
  {
    name: 'sell-again',
    screen: 'sell',
    views: [tillView({ lastEnded: ended({ status: 'expired' }) })],
    keys: ['Enter'],
  },
  { name: 'sell-keypad', screen: 'sell', views: [trainingView()], keys: ['1', '2', 'Control+k'] },
  {
    name: 'sell-offline',
    screen: 'sell',
    views: [
      tillView({
        gateway: { online: false, lastContactAt: NOW - 3 * MINUTE, unusable: null },
        queue: { depth: 2, oldestAt: NOW - 3 * MINUTE },
        customerSees: 'offline',
      }),
    ],
    keys: ['8', '0', '0'],
  },
  {
    name: 'sell-unusable',
    screen: 'sell',
    views: [tillView({ gateway: unusable(3 * MINUTE), customerSees: 'offline' })],
    keys: ['8', '0', '0'],
  },
  { name: 'sell-other-wallet', screen: 'sell', views: [tillView()], keys: ['F3', '8', '0', '0'] },
  {
    name: 'sell-refused',
    screen: 'sell',
    views: [tillView()],
    replies: { 'charge/create': { ok: false, error: { code: 'below-minimum', message: '' } } },
    keys: ['F4', '2', '0', '0', 'Enter'],
  },
  {
    name: 'sell-cancelling',
    screen: 'sell',
    views: [
      tillView({ cancelling: [charge({ status: 'cancelling', brCode: null })], customerSees: 'cancelled' }),
    ],
  },
  {
    name: 'sell-finalized',
    screen: 'sell',
    views: [tillView({ lastEnded: paid({ finalizedAt: NOW, settled: true }), customerSees: 'paid' })],
  },
  {
    name: 'sell-many-wallets',
    screen: 'sell',
    views: [
      tillView({
        shopName: 'Empório e Panificadora Santa Bárbara ME',
        operator: { id: 'x', name: 'Maria das Graças', role: 'operator' },
        wallets: [
          'Pix Itaú',
          'Pix Banco do Brasil',
          'Mercado Pago',
          'PicPay',
          'PagSeguro',
          'Ame',
          'Cielo',
        ].map((name, index) => ({
          wallet: name,
          name,
          minimum: 1,
          pixDictKey: String(index),
          isDefault: index === 0,
        })),
        defaultWallet: { wallet: 'Pix Itaú', pixDictKey: '0' },
      }),
    ],
    keys: ['1', '0', '0', '0'],
  },
  {
    name: 'sell-notice',
    screen: 'sell',
    views: [
      tillView({
        notices: [
          { id: 'n1', code: 'ledger-restored', detail: '20/11/2026 22:04', at: NOW },
          { id: 'n2', code: 'backup-failed', detail: '', at: NOW },
        ],
      }),
    ],
  },
  {
    name: 'sell-returning',
    screen: 'sell',
    views: [tillView({ returning: [paid({ status: 'refund_pending', answer: 'not-paid' })] })],
  },
  { name: 'sell-refund-in-doubt', screen: 'sell', views: [tillView({ returning: [refundInDoubt()] })] },
  {
    name: 'sell-refunded',
    screen: 'sell',
    views: [
      tillView({
        lastEnded: ended({ status: 'refunded', paidAmount: 2_590, refundedAmount: 2_590 }),
        customerSees: 'idle',
      }),
    ],
  },
  {
    name: 'sell-forced',
    screen: 'sell',
    views: [
      tillView({
        forced: [
          {
            ...hanging,
            settled: true,
            forced: {
              outcome: 'not-paid',
              reason: 'cliente foi embora sem pagar',
              by: 'Marta',
              at: NOW,
              verdict: 'unverified',
            },
          },
        ],
      }),
    ],
  },
];
