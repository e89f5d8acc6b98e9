import { centavos, type Centavos } from '../../../../shared/domain/money/centavos.ts';

/** An account of the training shop. Together the accounts cover the cases of section 2.1. */
export interface TrainingWallet {
  readonly wallet: string;
  readonly friendlyName: string;
  readonly nickname: string | null;
  readonly active: boolean;
  readonly minimum: Centavos;
  readonly pixDictKey: string | null;
  readonly pixPsp: string | null;
  readonly settingId: string | null;
  readonly isDefault: boolean;
  /** True if its bank refunds later and says `refund_pending` meanwhile. */
  readonly slowRefunds: boolean;
}

const plain = {
  nickname: null,
  active: true,
  pixDictKey: null,
  pixPsp: null,
  isDefault: false,
  slowRefunds: false,
};

export const TRAINING_WALLETS: readonly TrainingWallet[] = [
  {
    ...plain,
    wallet: 'pix',
    friendlyName: 'Pix',
    nickname: 'Conta principal',
    minimum: centavos(1),
    pixDictKey: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906',
    pixPsp: 'itau',
    settingId: '3f0a1d52-6c1b-4e0e-9a34-5c7d2b8e4f10',
    isDefault: true,
  },
  {
    ...plain,
    wallet: 'pix',
    friendlyName: 'Pix',
    nickname: 'Conta reserva',
    minimum: centavos(50),
    pixDictKey: 'reserva@loja.example',
    pixPsp: 'sicredi',
    settingId: '8b2c6a47-0d3e-4c55-8f19-1e6a7d9b3c21',
    slowRefunds: true,
  },
  {
    ...plain,
    wallet: 'mercadopago',
    friendlyName: 'Mercado Pago',
    minimum: centavos(100),
    settingId: 'c4e8f016-5a7b-4d92-b3c8-2f9d0e1a6b32',
  },
  {
    ...plain,
    wallet: 'picpay',
    friendlyName: 'PicPay',
    minimum: centavos(50),
    settingId: 'd5f9a127-6b8c-4ea3-84d9-30ae1f2b7c43',
    slowRefunds: true,
  },
  {
    ...plain,
    wallet: 'shipay-pagador',
    friendlyName: 'Shipay Pagador',
    minimum: centavos(0),
    settingId: null,
  },
  {
    ...plain,
    wallet: 'pagseguro',
    friendlyName: 'PagSeguro',
    active: false,
    minimum: centavos(100),
    settingId: 'e60ab238-7c9d-4fb4-95ea-41bf203c8d54',
  },
];

/**
 * Returns the account of an order: by its Pix key, else the default one of that wallet, else the first. Skips inactive
 * accounts.
 */
export function findWallet(wallet: string, pixDictKey: string | null): TrainingWallet | null {
  const accounts = TRAINING_WALLETS.filter((account) => account.active && account.wallet === wallet);
  if (pixDictKey !== null) return accounts.find((account) => account.pixDictKey === pixDictKey) ?? null;
  return accounts.find((account) => account.isDefault) ?? accounts[0] ?? null;
}
