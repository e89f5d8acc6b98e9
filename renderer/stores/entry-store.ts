import { createStore, type StoreApi } from 'zustand/vanilla';
import { centavos, type Centavos } from '../../shared/domain/money/centavos.ts';
import {
  EMPTY_ENTRY,
  enterAmount,
  type AmountEntry,
  type EntryAction,
} from '../../shared/domain/money/digit-entry.ts';
import { newRequestId } from '../port/request-id.ts';

/** The amount on the sell screen, and the name of the request for it. */
export interface EntryState extends AmountEntry {
  /**
   * The idempotency key of this amount. It stays while the amount and the wallet do, so that a second Enter, or one
   * more try after the core restarted, can never become a second charge.
   */
  readonly requestId: string;
  /** The key before the present burst of signs. It comes back with the amount if the burst was a barcode. */
  readonly idBefore: string;
}

/** What is done to the amount, or a change of the wallet, which makes another request of it. */
export type SaleAction = EntryAction | { readonly type: 'wallet-changed' };

export const EMPTY_AMOUNT = centavos(0);

/** What the entry becomes. `limit` is the largest amount of this till; `newId` makes the key of a new intent. */
export function reduceEntry(
  state: EntryState,
  action: SaleAction,
  limit: Centavos,
  newId: () => string,
): EntryState {
  if (action.type === 'wallet-changed') return { ...state, requestId: newId(), idBefore: newId() };
  const { requestId } = state;
  const next = enterAmount(state, action, limit);
  const idBefore = next.before === state.before ? state.idBefore : requestId;
  if (action.type !== 'fill' && next.amount === state.amount) return { ...next, requestId, idBefore };
  return { ...next, requestId: next.problem === 'barcode' ? idBefore : newId(), idBefore };
}

export type EntryStore = StoreApi<EntryState> & { dispatch(action: SaleAction, limit: Centavos): void };

/** Creates the store of the typed amount. */
export function createEntryStore(newId: () => string = newRequestId): EntryStore {
  const store = createStore<EntryState>(() => {
    const requestId = newId();
    return { ...EMPTY_ENTRY, requestId, idBefore: requestId };
  });
  return Object.assign(store, {
    dispatch: (action: SaleAction, limit: Centavos) =>
      store.setState(reduceEntry(store.getState(), action, limit, newId)),
  });
}
