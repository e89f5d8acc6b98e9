import type { CustomerView } from '../../../shared/contract/views.ts';
import { buildPixCode } from './pix-code.ts';
import type { CustomerScene } from './scene.ts';

type Screen = CustomerView['screen'];

const view = (screen: Screen, patch: Partial<CustomerView> = {}): CustomerView => ({
  shopName: 'Mercearia São Jorge',
  zone: 'America/Sao_Paulo',
  training: false,
  screen,
  ...patch,
});

const qr = (amount: number): Extract<Screen, { kind: 'qr' }> => ({
  kind: 'qr',
  amount,
  walletName: 'Pix',
  isPix: true,
  brCode: buildPixCode(amount),
  receiver: 'MERCEARIA SAO JORGE',
  remainingMs: 161_000,
  timeLimitMs: 300_000,
});

/** Every state of the customer's window. */
export const customerScenes: readonly CustomerScene[] = [
  { name: 'idle', screen: 'idle', view: view({ kind: 'idle' }) },
  { name: 'wait', screen: 'wait', view: view({ kind: 'wait' }) },
  { name: 'core-gone', screen: 'wait', view: null },
  { name: 'qr', screen: 'qr', view: view(qr(2_590)) },
  { name: 'qr-last-seconds', screen: 'qr', view: view({ ...qr(2_590), remainingMs: 24_000 }) },
  {
    name: 'qr-training',
    screen: 'qr',
    view: view(qr(2_590), { training: true, shopName: 'Loja de treinamento' }),
  },
  {
    name: 'qr-long-names',
    screen: 'qr',
    view: view(
      { ...qr(9_999_999), receiver: 'COMERCIO DE ALIMENTOS LTDA' },
      { shopName: 'Empório e Panificadora Santa Bárbara ME' },
    ),
  },
  {
    name: 'qr-wallet',
    screen: 'qr',
    view: view({ ...qr(13_240), walletName: 'Mercado Pago', isPix: false, receiver: null }),
  },
  {
    name: 'checking',
    screen: 'checking',
    view: view({ kind: 'checking', amount: 2_590, isPaid: false }),
  },
  {
    name: 'checking-paid',
    screen: 'checking',
    view: view({ kind: 'checking', amount: 2_590, isPaid: true }),
  },
  { name: 'paid', screen: 'paid', view: view({ kind: 'paid', amount: 2_590 }) },
  {
    name: 'cancelled',
    screen: 'cancelled',
    view: view({ kind: 'cancelled', isProven: true, isRefused: false }),
  },
  {
    name: 'cancelled-mismatch',
    screen: 'cancelled',
    view: view({ kind: 'cancelled', isProven: true, isRefused: true }),
  },
  { name: 'expired', screen: 'expired', view: view({ kind: 'expired' }) },
  { name: 'offline', screen: 'offline', view: view({ kind: 'offline' }) },
  { name: 'closed', screen: 'closed', view: view({ kind: 'closed' }) },
  { name: 'preparing', screen: 'preparing', view: view({ kind: 'preparing' }, { shopName: '' }) },
];
