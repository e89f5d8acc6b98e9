import type { PaymentRow } from '../../../shared/contract/manager.ts';
import { shortCode } from '../../../shared/domain/short-code/short-code.ts';
import { backupScenes } from './backup-scenes.ts';
import { charge, late, MINUTE, NOW, paid } from './charges.ts';
import { badClosing, plainClosing } from './closing-scenes.ts';
import type { CashierScene, Replies } from './scene.ts';
import { tillView } from './till-view.ts';

type Day = Extract<NonNullable<Replies['manager/day']>, { ok: true }>['value'];

const sums = (paidCount: number, paidSum: number, refunded = 0) => ({
  count: paidCount + Math.ceil(paidCount / 9),
  paidCount,
  paid: paidSum,
  refunded,
  net: paidSum - refunded,
});

const HOURS = [4, 31, 62, 88, 120, 141, 96, 71, 64, 58, 41, 24] as const;

const busyDay: Day = {
  day: '2026-11-21',
  isToday: true,
  totals: sums(800, 3_412_760, 41_280),
  usual: { net: 2_987_410, weeks: 8 },
  byHour: HOURS.map((count, hour) => ({ hour: hour + 7, ...sums(count, count * 4_266) })),
  byWallet: [
    { wallet: 'pix', name: 'Pix', ...sums(701, 2_980_120, 41_280) },
    { wallet: 'mercadopago', name: 'Mercado Pago', ...sums(72, 301_440) },
    { wallet: 'picpay', name: 'PicPay', ...sums(27, 131_200) },
  ],
  byOperator: [
    { operator: 'ana', name: 'Ana', ...sums(512, 2_184_060, 41_280) },
    { operator: 'joao', name: 'João Batista', ...sums(288, 1_228_700) },
  ],
  byWord: [],
};

const emptyDay: Day = {
  day: '2026-11-21',
  isToday: true,
  totals: { count: 0, paidCount: 0, paid: 0, refunded: 0, net: 0 },
  usual: null,
  byHour: [],
  byWallet: [],
  byOperator: [],
  byWord: [],
};

const WORDS = ['approved', 'approved', 'approved', 'refunded', 'approved', 'cancelled', 'expired'] as const;

const rows: readonly PaymentRow[] = Array.from({ length: 60 }, (_, place) => {
  const id = `01K7Z00000000000000${String(2_000_000 - place)}`;
  const word = WORDS[place % WORDS.length] ?? 'approved';
  const amount = 790 + ((place * 7_919) % 48_000);
  const isPaid = word === 'approved' || word === 'refunded';
  return {
    id,
    shortCode: shortCode(id),
    at: NOW - place * 7 * MINUTE,
    amount: place === 3 ? 9_999_999 : amount,
    paid: isPaid ? amount : null,
    refunded: word === 'refunded' ? amount : 0,
    walletName: place % 5 === 2 ? 'Mercado Pago' : 'Pix',
    status: word,
    word,
    operator: place % 3 === 0 ? 'João Batista' : 'Ana',
    reference: place % 4 === 0 ? `PDV ${10_042 - place}` : null,
    endToEndEnd: isPaid ? `4f${String(1_000 + place)}` : null,
    late: false,
    forced: false,
    finalized: isPaid,
  };
});

const payment = paid({ finalizedAt: NOW, settled: true, reference: 'PDV 8841' });
const at = (seconds: number): number => NOW - (60 - seconds) * 1_000;
const step = (seq: number, type: string, actorName: string, more: object = {}) => ({
  seq,
  at: at(seq * 6),
  type,
  actor: actorName,
  actorName,
  amount: null,
  detail: null,
  attempt: null,
  ...more,
});

type DiaryItem = Extract<NonNullable<Replies['diary/list']>, { ok: true }>['value']['items'][number];

const diary = (
  seq: number,
  kind: DiaryItem['kind'],
  actorName: string,
  more: Partial<DiaryItem> = {},
): DiaryItem => ({
  seq,
  at: NOW - (10 - seq) * 17 * MINUTE,
  kind,
  actor: actorName,
  actorName,
  chargeId: null,
  shortCode: null,
  amount: null,
  detail: {},
  ...more,
});

const replies: Replies = {
  'manager/enter': { ok: true, value: { operatorId: 'marta', name: 'Marta' } },
  'manager/leave': { ok: true, value: { done: true } },
  'manager/stay': { ok: true, value: { done: true } },
  'manager/day': { ok: true, value: busyDay },
  'manager/payments': { ok: true, value: { rows: [...rows], nextCursor: null } },
  'manager/payment-sums': {
    ok: true,
    value: {
      totals: sums(736, 3_412_760, 41_280),
      words: [
        { word: 'approved', count: 736 },
        { word: 'refunded', count: 9 },
        { word: 'cancelled', count: 41 },
        { word: 'expired', count: 14 },
      ],
    },
  },
  'manager/payment': {
    ok: true,
    value: {
      charge: payment,
      word: 'approved',
      till: 'Caixa 2',
      attempts: [
        {
          no: 1,
          orderRef: `${payment.id}-1`,
          orderId: 'b0a6b2b2-3c8e-4f5b-9a43-1f4f0b1c4e11',
          status: 'paid',
        },
      ],
      timeline: [
        step(1, 'created', 'Ana', { amount: 2_590 }),
        step(2, 'opened', 'balcao', { attempt: 1 }),
        step(3, 'put-on-paper', 'Ana'),
        step(5, 'seen-approved', 'balcao', { amount: 2_590, detail: 'approved', attempt: 1 }),
        step(7, 'finalized', 'Ana'),
      ],
    },
  },
  'closing/list': {
    ok: true,
    value: {
      items: [
        { ...badClosing, id: 's9' },
        ...Array.from({ length: 12 }, (_, days) => ({
          ...plainClosing,
          id: `s${days}`,
          closedAt: NOW - (days + 1) * 1_440 * MINUTE,
        })),
      ],
      nextCursor: null,
    },
  },
  'diary/list': {
    ok: true,
    value: {
      items: [
        diary(9, 'manager-entered', 'Marta'),
        diary(8, 'refund-done', 'balcao', { amount: 1_250, shortCode: 'K7Z4F2A' }),
        diary(7, 'refund-requested', 'Marta', {
          amount: 1_250,
          shortCode: 'K7Z4F2A',
          detail: { reason: 'produto com defeito' },
        }),
        diary(6, 'forced', 'Marta', {
          amount: 9_999_999,
          shortCode: '000BBBM',
          detail: { reason: 'o gateway não respondeu o dia todo; conferido no aplicativo do banco' },
        }),
        diary(5, 'pin-failed', 'balcao', { detail: { who: 'Marta' } }),
        diary(4, 'settings-changed', 'Marta', { detail: { changed: 'printer' } }),
        diary(3, 'shift-opened', 'Ana'),
        diary(2, 'shift-closed', 'João Batista'),
      ],
      nextCursor: null,
    },
  },
  'manager/choices': {
    ok: true,
    value: {
      operators: [
        { id: 'ana', name: 'Ana' },
        { id: 'joao', name: 'João Batista' },
      ],
      wallets: [
        { wallet: 'pix', name: 'Pix' },
        { wallet: 'mercadopago', name: 'Mercado Pago' },
      ],
      saved: [],
    },
  },
};

const ENTER = ['F9', '4', '3', '2', '1', 'Enter'];
const WAIT = 'wait:[data-day]';

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
        gateway: { online: false, lastContactAt: NOW - 47 * MINUTE },
        queue: { depth: 3, oldestAt: NOW - 40 * MINUTE },
        customerSees: 'offline',
        cancelling: [charge({ status: 'cancelling', brCode: null, amount: 800 })],
        forced: [
          charge({
            id: '01K7Z000000000000000000CCC',
            status: 'cancelling',
            brCode: null,
            amount: 9_999_999,
            forced: {
              outcome: 'not-paid',
              reason: 'cliente foi embora',
              by: 'Marta',
              at: NOW,
              verdict: 'unverified',
            },
          }),
        ],
        late: [late()],
        notices: [{ id: 'n1', code: 'forced-contradicted', detail: 'R$ 18,00', at: NOW }],
      }),
    ],
    replies,
    waitMs: 1_200,
    keys: ['Escape', ...ENTER, WAIT],
  },
  {
    name: 'manager-payments',
    screen: 'manager',
    views: [tillView()],
    replies,
    keys: [...ENTER, WAIT, 'F3', 'wait:[data-payment]', 'ArrowDown', 'ArrowDown'],
  },
  {
    name: 'manager-payments-none',
    screen: 'manager',
    views: [tillView()],
    replies: { ...replies, 'manager/payments': { ok: true, value: { rows: [], nextCursor: null } } },
    keys: [...ENTER, WAIT, 'F3', 'wait:[data-count]'],
  },
  {
    name: 'manager-payment',
    screen: 'manager',
    views: [tillView()],
    replies,
    keys: [...ENTER, WAIT, 'F3', 'wait:[data-payment]', 'Enter', 'wait:[data-event]'],
  },
  {
    name: 'manager-give-back',
    screen: 'give-back',
    views: [tillView()],
    replies,
    keys: [...ENTER, WAIT, 'F3', 'wait:[data-payment]', 'Enter', 'wait:[data-event]', 'F10'],
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
  {
    name: 'manager-report',
    screen: 'report',
    views: [tillView()],
    replies,
    keys: [...ENTER, WAIT, 'F3', 'wait:[data-payment]', 'F8'],
  },
];
