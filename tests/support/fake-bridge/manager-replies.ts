import type { PaymentRow } from '../../../shared/contract/payments.ts';
import { shortCode } from '../../../shared/domain/short-code/short-code.ts';
import { late, MINUTE, NOW } from './charges.ts';
import { badClosing, plainClosing } from './closing-scenes.ts';
import { paidPayment } from './payment-replies.ts';
import type { Replies } from './scene.ts';

type Day = Extract<NonNullable<Replies['manager/day']>, { ok: true }>['value'];

const sums = (paidCount: number, paidSum: number, refunded = 0) => ({
  count: paidCount + Math.ceil(paidCount / 9),
  amount: paidSum,
  paidCount,
  paid: paidSum,
  refunded,
  net: paidSum - refunded,
});

const HOURS = [4, 31, 62, 88, 120, 141, 96, 71, 64, 58, 41, 24] as const;

const day = (patch: Partial<Day>): Day => ({
  day: '2026-11-21',
  isToday: true,
  totals: { count: 0, amount: 0, paidCount: 0, paid: 0, refunded: 0, net: 0 },
  average: null,
  byHour: [],
  byWallet: [],
  byOperator: [],
  comparison: null,
  late: [],
  attention: [],
  shifts: [],
  ...patch,
});

const busyDay = day({
  totals: sums(800, 3_412_760, 41_280),
  average: 4_266,
  comparison: { days: 4, until: NOW, usual: 3_160_000, change: 8, projection: 3_921_300 },
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
  shifts: [
    {
      id: 's2',
      operator: 'joao',
      name: 'João Batista',
      openedAt: NOW - 390 * MINUTE,
      closedAt: null,
      crossesMidnight: false,
    },
    {
      id: 's1',
      operator: 'ana',
      name: 'Ana',
      openedAt: NOW - 1_050 * MINUTE,
      closedAt: NOW - 391 * MINUTE,
      crossesMidnight: true,
    },
  ],
});

export const emptyDay = day({ shifts: busyDay.shifts });

/** A night at the end of a week: few sales, one of them paid late, and a shift that went on after midnight. */
export const pastDay = day({
  day: '2026-11-20',
  isToday: false,
  totals: sums(9, 40_280, 2_590),
  average: 4_475,
  byHour: [19, 21, 23].map((hour) => ({ hour, ...sums(3, 13_426) })),
  byWallet: [{ wallet: 'pix', name: 'Pix', ...sums(9, 40_280, 2_590) }],
  byOperator: [{ operator: 'ana', name: 'Ana', ...sums(9, 40_280, 2_590) }],
  late: [
    late({ createdAt: NOW - 1_003 * MINUTE, finalizedAt: NOW, settled: true }),
    late({
      id: '01K7Z000000000000000000BBB',
      createdAt: NOW - 1_040 * MINUTE,
      status: 'refunded',
      settled: true,
    }),
  ],
  shifts: busyDay.shifts.slice(1),
});

/** The same day with late payments and with items for the manager's attention. */
export const badDay = (more: Pick<Day, 'late' | 'attention'>): Day => ({ ...busyDay, ...more });

const PANELS = {
  approved: 'aprovado',
  refunded: 'estorno',
  cancelled: 'cancelado',
  expired: 'expirado',
} as const;
const WORDS = ['approved', 'approved', 'approved', 'refunded', 'approved', 'cancelled', 'expired'] as const;

const rows: readonly PaymentRow[] = Array.from({ length: 60 }, (_, place) => {
  const id = `01K7Z00000000000000${String(2_000_000 - place)}`;
  const word = WORDS[place % WORDS.length] ?? 'approved';
  const amount = 790 + ((place * 7_919) % 48_000);
  const isPaid = word === 'approved' || word === 'refunded';
  return {
    id,
    shortCode: shortCode(id),
    day: '2026-11-21',
    createdAt: NOW - place * 7 * MINUTE,
    approvedAt: isPaid ? NOW - place * 7 * MINUTE : null,
    amount: place === 3 ? 9_999_999 : amount,
    paidAmount: isPaid ? amount : null,
    refundedAmount: word === 'refunded' ? amount : 0,
    wallet: 'pix',
    walletName: place % 5 === 2 ? 'Mercado Pago' : 'Pix',
    store: 'Mercearia São Jorge',
    till: 'Caixa 2',
    operator: 'ana',
    operatorName: place % 3 === 0 ? 'João Batista' : 'Ana',
    reference: place % 4 === 0 ? `PDV ${10_042 - place}` : null,
    endToEndId: isPaid ? `E12345678202611211731abcd4f${String(1_000 + place)}` : null,
    panel: PANELS[word],
    status: word,
    settled: place % 9 !== 4,
    late: place === 4,
    unproven: place === 6,
  };
});

/** A list with more charges than are counted. */
export const partialPayments = (): NonNullable<Replies['manager/payments']> => ({
  ok: true,
  value: { rows: [...rows], nextCursor: '2026-11-21.~', ...counted, complete: false },
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
  via: actorName === 'Balcão' ? null : { channel: 'window' },
  chargeId: null,
  shortCode: null,
  amount: null,
  detail: {},
  ...more,
});

const counted = {
  totals: { ...sums(736, 3_412_760, 41_280), count: 777 },
  byStatus: [
    { panel: 'aprovado' as const, ...sums(727, 3_371_480), count: 727 },
    { panel: 'estorno' as const, ...sums(9, 41_280, 41_280), count: 9 },
    { panel: 'cancelado' as const, ...sums(0, 0), count: 41 },
  ],
  complete: true,
};

/** The replies of the core to the manager's screens on a busy Saturday. */
type Filters = Extract<NonNullable<Replies['manager/filters']>, { ok: true }>;

const filters = (stores: string[], tills: string[], saved: Filters['value']['saved']): Filters => ({
  ok: true,
  value: {
    saved,
    choices: {
      stores,
      tills,
      wallets: [
        { id: 'pix', name: 'Pix' },
        { id: 'mercadopago', name: 'Mercado Pago' },
      ],
      operators: [
        { id: 'ana', name: 'Ana' },
        { id: 'joao', name: 'João Batista' },
      ],
    },
  },
});

export const manyPlaces = filters(
  ['Mercearia São Jorge', 'Mercearia São Jorge — Filial Jardim das Acácias'],
  ['Caixa 1', 'Caixa 2', 'Caixa rápido'],
  [{ name: 'Atrasados do mês', filter: { period: { kind: 'month' }, late: true } }],
);

export const replies: Replies = {
  'manager/enter': { ok: true, value: { operatorId: 'marta', name: 'Marta' } },
  'manager/leave': { ok: true, value: { done: true } },
  'manager/stay': { ok: true, value: { done: true } },
  'manager/day': { ok: true, value: busyDay },
  'manager/payments': {
    ok: true,
    value: { rows: [...rows], nextCursor: null, ...counted },
  },
  'manager/payment': { ok: true, value: paidPayment },
  'manager/filters': filters(['Mercearia São Jorge'], ['Caixa 2'], []),
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
        diary(8, 'refund-done', 'Balcão', { amount: 1_250, shortCode: 'K7Z4F2A' }),
        diary(7, 'refund-requested', 'Marta', {
          via: { channel: 'api', client: 'ERP-X 2.1' },
          amount: 1_250,
          shortCode: 'K7Z4F2A',
          detail: { reason: 'produto com defeito' },
        }),
        diary(6, 'forced', 'Marta', {
          amount: 9_999_999,
          shortCode: '000BBBM',
          detail: {
            outcome: 'paid',
            reason: 'o gateway não respondeu o dia todo; conferido no aplicativo do banco',
          },
        }),
        diary(5, 'pin-failed', 'Balcão', { detail: { who: 'Marta' } }),
        diary(4, 'settings-changed', 'Marta', {
          detail: { timeLimitMs: 300_000, family: 'order', shopDocument: null },
        }),
        diary(3, 'gateway-changed', 'Marta', {
          detail: { change: 'replaced', host: 'api.shipay.com.br', clientIdEnd: 'M0aA' },
        }),
        diary(2, 'shift-closed', 'João Batista'),
        diary(1, 'operator-added', 'Marta', {
          detail: { id: 'joao', name: 'João Batista', role: 'operator' },
        }),
      ],
      nextCursor: null,
    },
  },
};
