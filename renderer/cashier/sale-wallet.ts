import type { TillView } from '../../shared/contract/views.ts';
import type { SaleWallet } from '../stores/ui-store.ts';

type Wallet = TillView['wallets'][number];

/** The keys of the first four wallets, on the sell screen and over a QR. Tab and the arrows reach all. */
export const WALLET_KEYS = ['F2', 'F3', 'F4', 'F5'] as const;

/** Returns true if both are the same account. */
export function isSameAccount(one: SaleWallet, other: SaleWallet | null): boolean {
  return one.wallet === other?.wallet && one.pixDictKey === other.pixDictKey;
}

/** Returns the wallet of the sale that is typed: the chosen one while the till has it, else the default one. Null if there is none. */
export function saleWallet(
  { wallets, defaultWallet }: Pick<TillView, 'wallets' | 'defaultWallet'>,
  chosen: SaleWallet | null,
): Wallet | null {
  const find = (account: SaleWallet | null): Wallet | undefined =>
    wallets.find((each) => isSameAccount(each, account));
  return find(chosen) ?? find(defaultWallet) ?? null;
}
