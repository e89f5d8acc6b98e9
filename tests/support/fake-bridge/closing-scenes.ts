import type { ClosingView } from '../../../shared/contract/closing.ts';
import { MINUTE, NOW } from './charges.ts';
import type { CashierScene } from './scene.ts';
import { tillView } from './till-view.ts';

const HASH = '9f2c51d07ab84e6c33b1d2f45a8e07c9c4a6e1b35f7082d91e6b4c0a7d53f812';
const nothing = { count: 0, total: 0 };

/** A shift of a quiet Saturday. */
export const plainClosing: ClosingView = {
  id: 's1',
  till: 'Caixa 2',
  operator: 'Ana',
  closedBy: 'Ana',
  openedAt: NOW - 390 * MINUTE,
  closedAt: NOW,
  zone: 'America/Sao_Paulo',
  days: ['2026-11-21'],
  byStatus: [
    { status: 'aprovado', count: 27, total: 431_000 },
    { status: 'cancelado', count: 2, total: 1_600 },
  ],
  byWallet: [
    {
      wallet: 'mercadopago',
      walletName: 'Mercado Pago',
      received: { count: 4, total: 38_200 },
      refunded: nothing,
    },
    { wallet: 'pix', walletName: 'Pix', received: { count: 23, total: 392_800 }, refunded: nothing },
  ],
  charges: { count: 29, total: 432_600 },
  received: { count: 27, total: 431_000 },
  refunds: nothing,
  net: 431_000,
  late: nothing,
  earlier: { received: nothing, refunded: nothing },
  forced: nothing,
  firstCharge: {
    id: '01K7Z000000000000000000BBB',
    shortCode: '000BBBM',
    at: NOW - 371 * MINUTE,
    amount: 1_290,
  },
  lastCharge: {
    id: '01K7Z000000000000000000CCC',
    shortCode: '000CCCQ',
    at: NOW - 9 * MINUTE,
    amount: 13_240,
  },
  head: { seq: 18_204, hash: HASH },
};

/**
 * A closing with everything: past midnight, late payments, settlements without proof, refunds of yesterday's sales, many
 * wallets.
 */
export const badClosing: ClosingView = {
  ...plainClosing,
  closedBy: 'Marta',
  openedAt: NOW - 16 * 60 * MINUTE,
  days: ['2026-11-20', '2026-11-21'],
  byStatus: [
    { status: 'pendente', count: 1, total: 1_800 },
    { status: 'aprovado', count: 788, total: 6_431_055 },
    { status: 'estorno-parcial', count: 3, total: 29_970 },
    { status: 'estorno', count: 6, total: 91_400 },
    { status: 'expirado', count: 41, total: 310_200 },
    { status: 'cancelado', count: 12, total: 70_010 },
    { status: 'falha', count: 2, total: 9_980 },
  ],
  byWallet: ['Ame Digital', 'Mercado Pago', 'PagSeguro', 'PicPay', 'Pix Banco do Nordeste do Brasil'].map(
    (walletName, place) => ({
      wallet: walletName,
      walletName,
      received: { count: 158 + place, total: 1_310_485 },
      refunded: place === 2 ? nothing : { count: 2, total: 28_050 },
    }),
  ),
  charges: { count: 853, total: 6_944_415 },
  received: { count: 800, total: 6_552_425 },
  refunds: { count: 8, total: 112_200 },
  net: 6_440_225,
  late: { count: 2, total: 18_300 },
  earlier: { received: { count: 1, total: 12_900 }, refunded: { count: 1, total: 7_500 } },
  forced: { count: 1, total: 1_800 },
};

const closed = (name: string, value: ClosingView): CashierScene => ({
  name,
  screen: 'closing',
  views: [tillView()],
  replies: { 'session/close-shift': { ok: true, value } },
  keys: ['F12', 'F12', 'Enter'],
});

/** The scenes of the end of a shift. */
export const closingScenes: readonly CashierScene[] = [
  closed('closing', plainClosing),
  closed('closing-bad', badClosing),
  closed('closing-nothing', {
    ...plainClosing,
    byStatus: [],
    byWallet: [],
    charges: nothing,
    received: nothing,
    net: 0,
    firstCharge: null,
    lastCharge: null,
  }),
];
