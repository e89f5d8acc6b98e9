import type { PaymentRow } from '../../../shared/contract/payments.ts';
import { shortCode } from '../../../shared/domain/short-code/short-code.ts';
import { charge, late, MINUTE, NOW, paid, SECOND } from './charges.ts';
import { badClosing, plainClosing } from './closing-scenes.ts';
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
  zone: 'America/Sao_Paulo',
  isToday: true,
  from: NOW - 871 * MINUTE,
  to: NOW + 569 * MINUTE,
  totals: { count: 0, amount: 0, paidCount: 0, paid: 0, refunded: 0, net: 0 },
  average: null,
  byStatus: [],
  byHour: [],
  byWallet: [],
  byOperator: [],
  byTill: [],
  weekday: null,
  unsettled: [],
  late: [],
  contradicted: [],
  shifts: [],
  ...patch,
});

const busyDay = day({
  totals: sums(800, 3_412_760, 41_280),
  average: 4_266,
  weekday: { days: 8, paidCount: 712, paid: 3_020_000, net: 2_987_410 },
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
});

export const emptyDay = day({});

/** The same day with what is not settled, as the core names its ways out. */
export const badDay = (unsettled: Day['unsettled']): Day => ({ ...busyDay, unsettled });

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
    settled: true,
    late: false,
    unproven: false,
  };
});

const payment = paid({ finalizedAt: NOW, settled: true, reference: 'PDV 8841' });
/** From the charge's making until nearly now. */
const at = (step: number): number => payment.createdAt + (step - 1) * 23 * SECOND;
type Entry = Extract<NonNullable<Replies['manager/payment']>, { ok: true }>['value']['timeline'][number];

const step = (seq: number, type: Entry['type'], actorName: string, more: Partial<Entry> = {}): Entry => ({
  seq,
  at: at(seq),
  actor: actorName,
  actorName,
  byMachine: actorName === 'Balcão',
  type,
  attempt: null,
  orderId: null,
  orderRef: null,
  word: null,
  rawWord: null,
  message: null,
  amount: null,
  paidAmount: null,
  endToEndId: null,
  cause: null,
  reason: null,
  outcome: null,
  refundId: null,
  deadlineAt: null,
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

const counted = {
  totals: { ...sums(736, 3_412_760, 41_280), count: 777 },
  byStatus: [
    { panel: 'aprovado' as const, ...sums(727, 3_371_480), count: 727 },
    { panel: 'estorno' as const, ...sums(9, 41_280, 41_280), count: 9 },
    { panel: 'cancelado' as const, ...sums(0, 0), count: 41 },
  ],
  complete: true,
};

type Payment = Extract<NonNullable<Replies['manager/payment']>, { ok: true }>['value'];

const paidPayment: Payment = {
  charge: payment,
  panel: 'aprovado',
  day: '2026-11-21',
  store: 'Mercearia São Jorge',
  till: 'Caixa 2',
  operatorId: 'ana',
  description: null,
  attempts: [
    {
      no: 1,
      status: 'paid',
      startedAt: NOW - 2 * MINUTE,
      orderRef: `${payment.id}-1`,
      orderId: 'b0a6b2b2-3c8e-4f5b-9a43-1f4f0b1c4e11',
      family: 'order',
      paidAmount: 2_590,
      refundedAmount: 0,
    },
  ],
  refunds: [],
  refundable: 2_590,
  ways: ['refund'],
  refundIsOld: false,
  timeline: [
    step(1, 'created', 'Ana', { amount: 2_590 }),
    step(2, 'opened', 'Balcão', { attempt: 1 }),
    step(3, 'put-on-paper', 'Ana'),
    step(5, 'seen', 'Balcão', { paidAmount: 2_590, word: 'approved', rawWord: 'approved', attempt: 1 }),
    step(7, 'finalized', 'Ana'),
  ],
};

/** A payment that came after it was given up, and nobody settled it. */
export const latePayment: Payment = {
  ...paidPayment,
  charge: late({ reference: 'PDV 8841' }),
  ways: ['finalize', 'refund'],
  timeline: [
    step(1, 'created', 'Ana', { amount: 2_590 }),
    step(2, 'opened', 'Balcão', { attempt: 1 }),
    step(4, 'given-up', 'Ana', { cause: 'operator' }),
    step(8, 'seen', 'Balcão', { paidAmount: 2_590, word: 'approved', rawWord: 'approved', attempt: 1 }),
  ],
};

/** Given up while the gateway does not answer. */
export const hangingPayment: Payment = {
  ...paidPayment,
  charge: charge({ status: 'cancelling', brCode: null, amount: 9_999_999 }),
  panel: 'pendente',
  attempts: paidPayment.attempts.flatMap((attempt) => [
    { ...attempt, status: 'lost' as const, paidAmount: null, orderId: null },
    { ...attempt, no: 2, status: 'open' as const, paidAmount: null, orderRef: `${payment.id}-2` },
  ]),
  refundable: 0,
  ways: ['wait', 'force'],
  timeline: latePayment.timeline
    .slice(0, 3)
    .map((entry) => (entry.type === 'created' ? { ...entry, amount: 9_999_999 } : entry)),
};

/** What the core says to the manager's screens on a busy Saturday. */
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
          amount: 1_250,
          shortCode: 'K7Z4F2A',
          detail: { reason: 'produto com defeito' },
        }),
        diary(6, 'forced', 'Marta', {
          amount: 9_999_999,
          shortCode: '000BBBM',
          detail: { reason: 'o gateway não respondeu o dia todo; conferido no aplicativo do banco' },
        }),
        diary(5, 'pin-failed', 'Balcão', { detail: { who: 'Marta' } }),
        diary(4, 'settings-changed', 'Marta', {
          detail: { timeLimitMs: 300_000, family: 'order', shopDocument: null },
        }),
        diary(3, 'gateway-changed', 'Marta', {
          detail: { change: 'replaced', host: 'api.shipay.com.br', clientIdEnd: 'M0aA' },
        }),
        diary(2, 'shift-opened', 'Ana'),
        diary(1, 'shift-closed', 'João Batista'),
      ],
      nextCursor: null,
    },
  },
};
