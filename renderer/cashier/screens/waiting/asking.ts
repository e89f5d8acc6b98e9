import type { SaleWallet } from '../../../stores/ui-store.ts';

/** What is asked in the place of the keys before a QR is cancelled. Null while nothing is asked. */
export type Asking =
  | { readonly about: 'cancel' }
  /** Another amount: the QR is cancelled, and its amount is in the field. */
  | { readonly about: 'amount' }
  /** Another wallet for the same amount. */
  | { readonly about: 'wallet'; readonly wallet: SaleWallet & { readonly name: string } }
  | null;
