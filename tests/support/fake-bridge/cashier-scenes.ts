import { charge, ended, late, MINUTE, NOW, paid, SECOND, unsent } from './charges.ts';
import type { CashierScene } from './scene.ts';
import { closingScenes } from './closing-scenes.ts';
import { receiptScenes } from './receipt-scenes.ts';
import { setupScenes } from './setup-scenes.ts';
import { tillView, todayRows, trainingView } from './till-view.ts';

const waiting = charge();
const hanging = charge({ id: '01K7Z000000000000000000BBB', amount: 800, status: 'cancelling', brCode: null });
const qrShown = { current: waiting, customerSees: 'qr' } as const;

/** Every state of the cashier's window. */
export const cashierScenes: readonly CashierScene[] = [
  ...setupScenes,
  ...receiptScenes,
  ...closingScenes,
  { name: 'recovering', screen: 'recovering', views: [tillView({ phase: 'recovering' })] },
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
  { name: 'sell-keypad', screen: 'sell', views: [trainingView()], keys: ['1', '2', 'Control+k'] },
  {
    name: 'sell-offline',
    screen: 'sell',
    views: [
      tillView({
        gateway: { online: false, lastContactAt: NOW - 3 * MINUTE },
        queue: { depth: 2, oldestAt: NOW - 3 * MINUTE },
        customerSees: 'offline',
      }),
    ],
    keys: ['8', '0', '0'],
  },
  {
    name: 'sell-refused',
    screen: 'sell',
    views: [tillView({ chosenWallet: { wallet: 'picpay', pixDictKey: null } })],
    replies: { 'charge/create': { ok: false, error: { code: 'below-minimum', message: '' } } },
    keys: ['2', '0', '0', 'Enter'],
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
        chosenWallet: { wallet: 'Pix Itaú', pixDictKey: '0' },
      }),
    ],
    keys: ['1', '0', '0', '0'],
  },
  {
    name: 'sell-notice',
    screen: 'sell',
    views: [
      tillView({ notices: [{ id: 'n1', code: 'ledger-restored', detail: '20/11/2026 22:04', at: NOW }] }),
    ],
  },
  {
    name: 'queued',
    screen: 'queued',
    views: [
      tillView({
        current: unsent({ status: 'queued' }),
        gateway: { online: false, lastContactAt: NOW - MINUTE },
        queue: { depth: 1, oldestAt: NOW },
        customerSees: 'wait',
      }),
    ],
  },
  { name: 'creating', screen: 'creating', views: [tillView({ current: unsent(), customerSees: 'wait' })] },
  {
    name: 'creating-slow',
    screen: 'creating',
    views: [
      tillView({ current: unsent({ createdAt: NOW - 7 * SECOND, attempts: 2 }), customerSees: 'wait' }),
    ],
  },
  {
    name: 'choices',
    screen: 'choices',
    views: [
      tillView({
        current: unsent({ attempts: 2, problem: { code: 'no-answer-twice', detail: '' } }),
        customerSees: 'wait',
      }),
    ],
  },
  { name: 'waiting', screen: 'waiting', views: [tillView(qrShown)] },
  { name: 'waiting-training', screen: 'waiting', views: [trainingView(qrShown)] },
  {
    name: 'waiting-last-seconds',
    screen: 'waiting',
    views: [tillView({ ...qrShown, current: charge({ remainingMs: 24 * SECOND, extended: true }) })],
  },
  { name: 'waiting-ask', screen: 'waiting', views: [tillView(qrShown)], keys: ['Escape'] },
  {
    name: 'waiting-no-screen',
    screen: 'waiting',
    views: [tillView({ ...qrShown, customerSees: 'nothing' })],
  },
  {
    name: 'waiting-largest',
    screen: 'waiting',
    views: [tillView({ ...qrShown, current: charge({ amount: 9_999_999, reference: 'PDV 8841' }) })],
  },
  {
    name: 'waiting-qr-refused',
    screen: 'waiting',
    views: [tillView({ ...qrShown, customerSees: 'qr-refused' })],
  },
  {
    name: 'doubt',
    screen: 'doubt',
    views: [
      tillView({
        current: charge({ answer: 'doubt', unheardSince: NOW - 48 * SECOND }),
        gateway: { online: false, lastContactAt: NOW - 48 * SECOND },
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
          problem: { code: 'paid-other-amount', detail: '2000' },
        }),
        customerSees: 'checking',
      }),
    ],
  },
  {
    name: 'approved',
    screen: 'approved',
    views: [tillView(qrShown), tillView({ current: paid(), customerSees: 'paid' })],
  },
  {
    name: 'approved-largest',
    screen: 'approved',
    views: [trainingView({ current: paid({ amount: 9_999_999 }), customerSees: 'paid' })],
  },
  {
    name: 'expired',
    screen: 'ended',
    views: [tillView({ lastEnded: ended({ status: 'expired' }), customerSees: 'expired' })],
  },
  {
    name: 'failed',
    screen: 'ended',
    views: [
      tillView({
        lastEnded: ended({
          status: 'failed',
          problem: { code: 'gateway-refused', detail: 'limite diário excedido' },
        }),
      }),
    ],
  },
  {
    name: 'qr-mismatch',
    screen: 'ended',
    views: [
      tillView({
        lastEnded: ended({
          status: 'cancelling',
          problem: { code: 'qr-mismatch', detail: 'amount-mismatch' },
        }),
        customerSees: 'cancelled',
      }),
    ],
  },
  {
    name: 'settle-found',
    screen: 'settle',
    views: [
      tillView({
        current: charge({ createdAt: NOW - 7 * MINUTE }),
        currentFound: true,
        customerSees: 'wait',
      }),
    ],
  },
  { name: 'settle-next-sale', screen: 'settle', views: [tillView(qrShown)], keys: ['3'] },
  {
    name: 'settle-quit-paid',
    screen: 'settle',
    views: [tillView({ current: paid(), customerSees: 'paid' })],
    events: { 'app/quit-refused': { waitsForOperator: true, cancelling: 0 } },
  },
  { name: 'late', screen: 'late', views: [tillView({ late: [late()] })] },
  { name: 'late-deferred', screen: 'sell', views: [tillView({ late: [late()] })], keys: ['Escape'] },
  { name: 'refund', screen: 'refund', views: [tillView({ late: [late()] })], keys: ['F10'] },
  {
    name: 'close-shift-blocked',
    screen: 'close-shift',
    views: [
      tillView({
        ...qrShown,
        late: [late()],
        cancelling: [charge({ id: '01K7Z000000000000000000BBB', amount: 800, status: 'cancelling' })],
        today: { day: '2026-11-21', total: 431_000, count: 27, rows: [...todayRows] },
      }),
    ],
    keys: ['Escape', 'F12'],
  },
  {
    name: 'close-shift-hanging',
    screen: 'close-shift',
    views: [tillView({ cancelling: [hanging] })],
    keys: ['F12'],
  },
  { name: 'force', screen: 'force', views: [tillView({ cancelling: [hanging] })], keys: ['F12', 'F7'] },
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
  { name: 'close-shift', screen: 'close-shift', views: [tillView()], keys: ['F12'] },
  { name: 'phone', screen: 'phone', views: [trainingView(qrShown)], keys: ['F11'] },
  {
    name: 'quitting',
    screen: 'quitting',
    views: [tillView()],
    events: { 'app/quitting': { cancelling: 1, leftMs: 8_600 } },
  },
  {
    name: 'core-down',
    screen: 'core-down',
    views: [tillView(qrShown)],
    events: { 'core/state': { state: 'down', trouble: null } },
  },
  {
    name: 'core-gave-up',
    screen: 'core-gave-up',
    views: [],
    events: { 'core/state': { state: 'gave-up', trouble: 'keeps-crashing' } },
  },
];
