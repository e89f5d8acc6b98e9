import {
  charge,
  ended,
  late,
  MINUTE,
  NOW,
  openItem,
  paid,
  refundInDoubt,
  SECOND,
  unsent,
} from './charges.ts';
import type { CashierScene } from './scene.ts';
import { closingScenes } from './closing-scenes.ts';
import { doubtScenes } from './doubt-scenes.ts';
import { managerScenes } from './manager-scenes.ts';
import { paperScenes } from './paper-scenes.ts';
import { receiptScenes } from './receipt-scenes.ts';
import { personalDataScenes } from './personal-data-scenes.ts';
import { sellScenes } from './sell-scenes.ts';
import { peopleScenes } from './people-scenes.ts';
import { setupScenes } from './setup-scenes.ts';
import { windowScenes } from './window-scenes.ts';
import { tillView, todayRows, trainingView, unusable } from './till-view.ts';

const waiting = charge();
const hanging = charge({ id: '01K7Z000000000000000000BBB', amount: 800, status: 'cancelling', brCode: null });
const yesterdays = late({ createdAt: NOW - 1_003 * MINUTE });
const orphaned = paid({ amount: 2_350, finalizedAt: NOW, settled: true, attempts: 2 });
const qrShown = { current: waiting, customerSees: 'qr' } as const;

/** Every state of the cashier's window. */
export const cashierScenes: readonly CashierScene[] = [
  ...setupScenes,
  ...peopleScenes,
  ...receiptScenes,
  ...paperScenes,
  ...managerScenes,
  ...personalDataScenes,
  ...closingScenes,
  { name: 'recovering', screen: 'recovering', views: [tillView({ phase: 'recovering' })] },
  ...sellScenes,
  ...windowScenes,
  {
    name: 'queued',
    screen: 'queued',
    views: [
      tillView({
        current: unsent({ status: 'queued' }),
        gateway: { online: false, lastContactAt: NOW - MINUTE, unusable: null },
        queue: { depth: 1, oldestAt: NOW },
        customerSees: 'wait',
      }),
    ],
  },
  {
    name: 'queued-unusable',
    screen: 'queued',
    views: [
      tillView({
        current: unsent({ status: 'queued' }),
        gateway: unusable(MINUTE),
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
  {
    name: 'waiting-silence',
    screen: 'waiting',
    views: [tillView({ ...qrShown, current: charge({ noUsableAnswerSince: NOW - 4 * SECOND }) })],
  },
  { name: 'waiting-ask', screen: 'waiting', views: [tillView(qrShown)], keys: ['Escape'] },
  { name: 'waiting-ask-wallet', screen: 'waiting', views: [tillView(qrShown)], keys: ['F3'] },
  { name: 'waiting-ask-amount', screen: 'waiting', views: [tillView(qrShown)], keys: ['Backspace'] },
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
  ...doubtScenes,
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
    name: 'refused-after-lost',
    screen: 'ended',
    views: [
      tillView({
        lastEnded: ended({
          status: 'cancelling',
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
        late: [yesterdays],
        unsettled: [
          openItem(waiting, 'waiting'),
          openItem(yesterdays, 'late'),
          openItem(hanging, 'cancelling'),
        ],
        today: { day: '2026-11-21', total: 431_000, count: 27, rows: [...todayRows] },
      }),
    ],
    keys: ['Escape', 'F12', 'F12'],
  },
  {
    name: 'close-shift-searching',
    screen: 'close-shift',
    views: [tillView({ unsettled: [openItem(orphaned, 'searching')] })],
    keys: ['F12', 'F12'],
  },
  {
    name: 'close-shift-refund-in-doubt',
    screen: 'close-shift',
    views: [tillView({ returning: [refundInDoubt()] })],
    keys: ['F12', 'F12'],
  },
  {
    name: 'close-shift-hanging',
    screen: 'close-shift',
    views: [tillView({ cancelling: [hanging] })],
    keys: ['F12', 'F12'],
  },
  {
    name: 'force',
    screen: 'force',
    views: [tillView({ cancelling: [hanging] })],
    keys: ['F12', 'F12', 'F7'],
  },
  { name: 'leave-till', screen: 'leave-till', views: [tillView()], keys: ['F12'] },
  {
    name: 'locked',
    screen: 'locked',
    views: [
      tillView({ phase: 'locked', shift: { id: 's1', openedAt: NOW - 90 * MINUTE, lockedSince: NOW } }),
    ],
  },
  { name: 'close-shift', screen: 'close-shift', views: [tillView()], keys: ['F12', 'F12'] },
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
  {
    name: 'core-held',
    screen: 'core-gave-up',
    views: [],
    events: { 'core/state': { state: 'gave-up', trouble: 'data-folder-locked', holder: 'maria' } },
  },
];
