import { backupScenes } from './backup-scenes.ts';
import { charge, ended, late, MINUTE, NOW, openItem, paid } from './charges.ts';
import {
  deniedPayment,
  hangingPayment,
  latePayment,
  refundInDoubtPayment,
  refusedPayment,
} from './payment-replies.ts';
import { printer, qrSlip, receipt } from './paper-scenes.ts';
import type { CashierScene } from './scene.ts';
import { reportScenes } from './report-scenes.ts';
import { tillView } from './till-view.ts';

import { badDay, emptyDay, manyPlaces, partialPayments, pastDay, replies } from './manager-replies.ts';

const ENTER = ['F9', '8', '0', '2', '5', '1', '3', 'Enter'];
const WAIT = 'wait:[data-day]';
const PAYMENT = [...ENTER, WAIT, 'F3', 'wait:[data-payment]', 'Enter', 'wait:[data-event]'];

const cancelling = charge({ status: 'cancelling', brCode: null, amount: 800 });
const signed = charge({
  id: '01K7Z000000000000000000CCC',
  shortCode: 'K7ZCCC2',
  status: 'cancelling',
  brCode: null,
  amount: 9_999_999,
  forced: { outcome: 'not-paid', reason: 'cliente foi embora', by: 'Marta', at: NOW, verdict: 'unverified' },
});
/** A charge signed as paid, which the gateway denied. */
const denied = ended({
  id: '01K7Z000000000000000000DDD',
  shortCode: 'K7ZDDD7',
  status: 'cancelled',
  amount: 1_800,
  forced: { outcome: 'paid', reason: 'visto no banco', by: 'Marta', at: NOW, verdict: 'contradicted' },
});
/** Yesterday's sale, whose refund the bank refused. */
const refused = paid({
  id: '01K7Z000000000000000000FFF',
  shortCode: 'K7ZFFF9',
  amount: 12_990,
  createdAt: NOW - 1_180 * MINUTE,
  finalizedAt: NOW - 1_179 * MINUTE,
  settled: true,
  problem: { code: 'refund-refused', detail: 'conta encerrada' },
});
const goingBack = paid({
  id: '01K7Z000000000000000000GGG',
  shortCode: 'K7ZGGG1',
  status: 'refund_pending',
  amount: 4_500,
  finalizedAt: NOW - 40 * MINUTE,
  settled: true,
});
const orphaned = paid({
  id: '01K7Z000000000000000000HHH',
  shortCode: 'K7ZHHH5',
  amount: 2_350,
  finalizedAt: NOW,
  settled: true,
  attempts: 2,
});
const badUnsettled = [
  openItem(late({ createdAt: NOW - 1_003 * MINUTE }), 'late'),
  openItem(cancelling, 'cancelling'),
  openItem(goingBack, 'returning', { holdsShift: false, ways: ['wait'] }),
  openItem(orphaned, 'searching'),
  openItem(signed, 'forced'),
];

/** One charge as the manager sees it. */
const paymentScene = (name: string, value: typeof latePayment): CashierScene => ({
  name: `manager-payment-${name}`,
  screen: 'manager',
  views: [tillView()],
  replies: { ...replies, 'manager/payment': { ok: true, value } },
  keys: PAYMENT,
});

/** The manager's screens, behind the PIN. */
export const managerScenes: readonly CashierScene[] = [
  { name: 'manager-pin', screen: 'manager-pin', views: [tillView()], keys: ['F9'] },
  { name: 'manager-day', screen: 'manager', views: [tillView()], replies, keys: [...ENTER, WAIT] },
  {
    name: 'manager-day-empty',
    screen: 'manager',
    views: [tillView()],
    replies: { ...replies, 'manager/day': { ok: true, value: emptyDay } },
    keys: [...ENTER, WAIT],
  },
  {
    name: 'manager-day-bad',
    screen: 'manager',
    views: [
      tillView({
        gateway: { online: false, lastContactAt: NOW - 47 * MINUTE, unusable: null },
        queue: { depth: 3, oldestAt: NOW - 40 * MINUTE },
        customerSees: 'offline',
        cancelling: [cancelling],
        forced: [signed],
        late: [late({ createdAt: NOW - 1_003 * MINUTE })],
        unsettled: badUnsettled,
        notices: [{ id: 'n1', code: 'forced-contradicted', detail: 'R$ 18,00', at: NOW }],
      }),
    ],
    replies: {
      ...replies,
      'manager/day': {
        ok: true,
        value: badDay({
          attention: [denied, refused],
          late: [
            late({ id: '01K7Z000000000000000000EEE', shortCode: 'K7ZEEE4', finalizedAt: NOW, settled: true }),
          ],
        }),
      },
    },
    waitMs: 1_200,
    keys: ['Escape', ...ENTER, WAIT],
  },
  {
    name: 'manager-day-past',
    screen: 'manager',
    views: [
      tillView({ unsettled: [openItem(goingBack, 'returning', { holdsShift: false, ways: ['wait'] })] }),
    ],
    replies: { ...replies, 'manager/day': { ok: true, value: pastDay } },
    keys: [...ENTER, WAIT],
  },
  {
    name: 'manager-day-under-way',
    screen: 'manager',
    views: [
      tillView({ unsettled: [openItem(goingBack, 'returning', { holdsShift: false, ways: ['wait'] })] }),
    ],
    replies,
    keys: [...ENTER, WAIT],
  },
  {
    name: 'manager-payments',
    screen: 'manager',
    views: [tillView()],
    replies,
    keys: [...ENTER, WAIT, 'F3', 'wait:[data-payment]', 'ArrowDown', 'ArrowDown'],
  },
  {
    name: 'manager-payments-places',
    screen: 'manager',
    views: [tillView()],
    replies: { ...replies, 'manager/filters': manyPlaces },
    keys: [...ENTER, WAIT, 'F3', 'wait:[data-payment]', ...Array.from({ length: 9 }, () => 'Shift+Tab')],
  },
  {
    name: 'manager-payments-none',
    screen: 'manager',
    views: [tillView()],
    replies: {
      ...replies,
      'manager/payments': {
        ok: true,
        value: { rows: [], nextCursor: null, totals: emptyDay.totals, byStatus: [], complete: true },
      },
    },
    keys: [...ENTER, WAIT, 'F3', 'wait:[data-count]'],
  },
  {
    name: 'manager-payments-partial',
    screen: 'manager',
    views: [tillView()],
    replies: { ...replies, 'manager/payments': partialPayments() },
    keys: [...ENTER, WAIT, 'F3', 'wait:[data-payment]', 'ArrowDown'],
  },
  {
    name: 'manager-payments-failed',
    screen: 'manager',
    views: [tillView()],
    replies: {
      ...replies,
      'manager/payments': { ok: false, error: { code: 'internal', message: 'no answer' } },
    },
    keys: [...ENTER, WAIT, 'F3', 'wait:[data-problem]'],
  },
  {
    name: 'manager-diary-failed',
    screen: 'manager',
    views: [tillView()],
    replies: { ...replies, 'diary/list': { ok: false, error: { code: 'internal', message: 'no answer' } } },
    keys: [...ENTER, WAIT, 'F5', 'wait:[data-problem]'],
  },
  {
    name: 'manager-payment',
    screen: 'manager',
    views: [tillView()],
    replies,
    keys: PAYMENT,
  },
  paymentScene('late', latePayment),
  paymentScene('denied', deniedPayment(denied)),
  paymentScene('refused', refusedPayment(refused)),
  paymentScene('refund-in-doubt', refundInDoubtPayment),
  {
    name: 'manager-payment-hanging',
    screen: 'manager',
    views: [tillView()],
    replies: {
      ...replies,
      'manager/payment': { ok: true, value: hangingPayment },
      'manager/check': { ok: true, value: { charge: hangingPayment.charge, answered: false } },
    },
    keys: [...PAYMENT, 'F8', 'wait:[data-problem]'],
  },
  {
    name: 'manager-slip',
    screen: 'slip',
    views: [tillView({ printer: printer() })],
    replies: { ...replies, 'printing/preview': receipt },
    keys: [...PAYMENT, 'F6', 'wait:[data-paper]'],
  },
  {
    name: 'manager-slip-qr',
    screen: 'slip',
    views: [tillView({ printer: printer() })],
    replies: { ...replies, 'printing/preview': qrSlip },
    keys: [...PAYMENT, 'F6', 'wait:[data-paper]', 'F7', 'wait:[data-slip="qr-slip"]'],
  },
  {
    name: 'manager-refund-part',
    screen: 'refund-part',
    views: [tillView()],
    replies,
    keys: [...PAYMENT, 'F10'],
  },
  {
    name: 'manager-refund-too-much',
    screen: 'refund-part',
    views: [tillView()],
    replies,
    keys: [...PAYMENT, 'F10', '9', '9', '9', '9'],
  },
  {
    name: 'manager-closings',
    screen: 'manager',
    views: [tillView()],
    replies,
    keys: [...ENTER, WAIT, 'F4', 'wait:[data-closing]'],
  },
  {
    name: 'manager-diary',
    screen: 'manager',
    views: [tillView()],
    replies,
    keys: [...ENTER, WAIT, 'F5', 'wait:[data-diary]'],
  },
  ...backupScenes,
  ...reportScenes,
];
