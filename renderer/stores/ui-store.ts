import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChargeView } from '../../shared/contract/charge-view.ts';
import type { ClosingView } from '../../shared/contract/closing.ts';
import type { ActState } from './act-store.ts';

/** Why the settle screen is shown in place of the charge's own. */
export type SettleReason = 'next-sale' | 'quit';

/** A wallet account that a sale is charged with. */
export interface SaleWallet {
  readonly wallet: string;
  readonly pixDictKey: string | null;
}

export type DialogState =
  | { readonly kind: 'phone' }
  | { readonly kind: 'receipt' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'leave-till' }
  | { readonly kind: 'close-shift' }
  | { readonly kind: 'slips' }
  /** A charge that was looked up by its slip's code. */
  | { readonly kind: 'found'; readonly charge: ChargeView }
  | { readonly kind: 'manager-pin' }
  /** A manager entered with a PIN that is shorter than the rule. */
  | { readonly kind: 'own-pin'; readonly personId: string }
  | { readonly kind: 'sign-notice'; readonly id: string }
  | { readonly kind: 'closing'; readonly closing: ClosingView }
  /** `back`: where it was opened from, if not from the screen itself. */
  | {
      readonly kind: 'refund';
      readonly chargeId: string;
      /** A part of what can be refunded, centavos. Without it, all. */
      readonly amount?: number;
      readonly back?: 'close-shift';
    }
  /** A payment that only a manager may accept. */
  | { readonly kind: 'accept'; readonly chargeId: string }
  | { readonly kind: 'force'; readonly chargeId: string };

/** The state that only this page has: open dialogs, read messages, running actions. */
export interface UiState extends ActState {
  readonly dialog: DialogState | null;
  readonly settle: SettleReason | null;
  /** A person tried to quit while a shift is open, and is asked. */
  readonly quitAsked: { readonly operator: string | null } | null;
  /** The name of the manager whose screens are open. They are shown while no charge is on the counter. */
  readonly manager: string | null;
  /** The first start's steps go on past the moment in which the till could already be signed in to. */
  readonly settingUp: boolean;
  /** An end that was not the operator's own doing: it stays until it was read. */
  readonly ended: ChargeView | null;
  /** A charge that was just made, until the core's next view names it. */
  readonly created: ChargeView | null;
  /** In training: the charge that the customer's phone acted on last, or could have. */
  readonly phoneTarget: ChargeView | null;
  /** Late payments put off with Esc: a strip reminds of them. */
  readonly deferredLate: readonly string[];
  /** The shift of the last request to close. If the answer is lost, the same closing is requested again. */
  readonly closingShift: string | null;
  /** The wallet of this sale, if it is not the default one. */
  readonly wallet: SaleWallet | null;
  /** The amount that is typed is of the next sale, over a paid one that is being finalized. */
  readonly isNextSale: boolean;
  /** The request of an amount under one real for which the cashier was asked, and when, by the page's steady clock. */
  readonly smallAsked: { readonly requestId: string; readonly at: number } | null;
  /** A slip's code that is being typed or scanned on the sell screen. */
  readonly scan: string;
  readonly copied: boolean;
  readonly keypad: boolean;
}

export type UiStore = StoreApi<UiState>;

/** Creates the state of a page without an open dialog. */
export function createUiStore(): UiStore {
  return createStore<UiState>(() => ({
    dialog: null,
    settle: null,
    quitAsked: null,
    manager: null,
    settingUp: false,
    ended: null,
    created: null,
    phoneTarget: null,
    deferredLate: [],
    closingShift: null,
    busy: null,
    error: null,
    wallet: null,
    isNextSale: false,
    smallAsked: null,
    scan: '',
    copied: false,
    keypad: matchesTouch(),
  }));
}

/** A till with a touch screen starts with the keypad on it. */
function matchesTouch(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches;
}
