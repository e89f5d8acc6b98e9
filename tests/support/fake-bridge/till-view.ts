import type { TillView } from '../../../shared/contract/views.ts';
import type { WhyOpen } from '../../../shared/contract/open-item.ts';
import { NOW, MINUTE, openItem } from './charges.ts';

type Row = TillView['today']['rows'][number];

const MORNING: readonly (readonly [
  minutesAgo: number,
  amount: number,
  wallet: string,
  status: Row['status'],
])[] = [
  [4, 800, 'Pix', 'cancelled'],
  [9, 13_240, 'Pix', 'approved'],
  [16, 4_575, 'Mercado Pago', 'approved'],
  [21, 1_990, 'Pix', 'approved'],
  [38, 129_900, 'Pix', 'approved'],
  [52, 650, 'PicPay', 'expired'],
  [60, 8_710, 'Pix', 'partially_refunded'],
  [74, 2_300, 'Pix', 'approved'],
  [90, 15_000, 'Pix', 'refunded'],
  [101, 3_490, 'Mercado Pago', 'failed'],
  [117, 7_845, 'Pix', 'approved'],
  [133, 1_250, 'Pix', 'approved'],
];

export const todayRows: readonly Row[] = MORNING.map(([minutesAgo, amount, walletName, status], index) => ({
  id: `01K7Y000000000000000000${String(index).padStart(3, '0')}`,
  at: NOW - minutesAgo * MINUTE,
  amount,
  walletName,
  status,
  finalized: status === 'approved',
  late: false,
}));

type Open = Pick<TillView, 'current' | 'late' | 'cancelling' | 'returning' | 'forced'>;

/** Returns these items in the core's order. */
function unsettledOf({ current, late, cancelling, returning, forced }: Open): TillView['unsettled'] {
  const named = (why: WhyOpen, charges: TillView['late']) => charges.map((each) => openItem(each, why));
  return [
    ...(current === null ? [] : [openItem(current, current.status === 'approved' ? 'paid' : 'waiting')]),
    ...named('late', late),
    ...named('cancelling', cancelling),
    ...named('returning', returning),
    ...named('forced', forced),
  ];
}

/** The contact while a proxy answers in place of the gateway, for `forMs`. */
export function unusable(forMs: number): TillView['gateway'] {
  const detail = '502 Bad Gateway The server returned an invalid or incomplete response.';
  const since = NOW - forMs;
  return { online: true, lastContactAt: since, unusable: { since, status: 502, detail } };
}

/** Returns an open till without a charge, with the changes of a scene. */
export function tillView(patch: Partial<TillView> = {}): TillView {
  const nothing: Open = { current: null, late: [], cancelling: [], returning: [], forced: [] };
  return {
    phase: 'open',
    mode: 'production',
    shopName: 'Mercearia São Jorge',
    tillName: 'Caixa 2',
    zone: 'America/Sao_Paulo',
    operators: [
      { id: 'ana', name: 'Ana', role: 'operator' },
      { id: 'joao', name: 'João Batista', role: 'operator' },
      { id: 'marta', name: 'Marta', role: 'manager' },
    ],
    trainingPins: null,
    keysGuarded: true,
    keyManagers: [{ id: 'marta', name: 'Marta' }],
    lockedPins: [],
    operator: { id: 'ana', name: 'Ana', role: 'operator' },
    shift: { id: 's1', openedAt: NOW - 390 * MINUTE, lockedSince: null },
    gateway: { online: true, lastContactAt: NOW, unusable: null },
    queue: { depth: 0, oldestAt: null },
    wallets: [
      { wallet: 'pix', name: 'Pix', minimum: 1, pixDictKey: null, isDefault: true },
      { wallet: 'mercadopago', name: 'Mercado Pago', minimum: 100, pixDictKey: null, isDefault: false },
      { wallet: 'picpay', name: 'PicPay', minimum: 500, pixDictKey: null, isDefault: false },
    ],
    defaultWallet: { wallet: 'pix', pixDictKey: null },
    maxAmount: 9_999_999,
    printer: null,
    settings: {
      timeLimitMinutes: 5,
      ownExpiry: false,
      shopDocument: null,
      refundLimit: null,
      refundDayLimit: null,
      autoLockMinutes: null,
    },
    ...nothing,
    currentFound: false,
    lastEnded: null,
    unsettled: unsettledOf({ ...nothing, ...patch }),
    today: { day: '2026-11-21', total: 431_000, count: 27, rows: [...todayRows] },
    notices: [],
    customerSees: 'idle',
    trainingPhoneUrl: null,
    ...patch,
  };
}

/** Returns the till in training: its people, and their PINs on the screen. */
export function trainingView(patch: Partial<TillView> = {}): TillView {
  return tillView({
    mode: 'training',
    keysGuarded: false,
    shopName: 'Loja de treinamento',
    tillName: 'Caixa 1',
    operators: [
      { id: 'ana', name: 'Ana', role: 'operator' },
      { id: 'marta', name: 'Marta', role: 'manager' },
    ],
    trainingPins: [
      { operatorId: 'ana', pin: '1234' },
      { operatorId: 'marta', pin: '4321' },
    ],
    trainingPhoneUrl: 'http://127.0.0.1:40123/celular',
    ...patch,
  });
}
