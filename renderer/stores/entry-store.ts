import { createStore, type StoreApi } from 'zustand/vanilla';
import { centavos, type Centavos } from '../../shared/domain/money/centavos.ts';
import { popDigit, pushDigit, type Digit } from '../../shared/domain/money/digit-entry.ts';
import { parseReais, type ParseReaisError } from '../../shared/domain/money/parse-reais.ts';
import { newRequestId } from '../port/request-id.ts';

/** Why a typed or pasted text is not an amount to charge. */
export type EntryProblem = ParseReaisError | 'zero';

export interface EntryState {
  readonly amount: Centavos;
  readonly problem: EntryProblem | null;
  /**
   * The idempotency key of this amount. It stays while the amount and the wallet do, so that a second Enter, or one
   * more try after the core restarted, can never become a second charge.
   */
  readonly requestId: string;
}

export type EntryAction =
  | { readonly type: 'digit'; readonly digit: Digit }
  | { readonly type: 'backspace' }
  | { readonly type: 'clear' }
  | { readonly type: 'paste'; readonly text: string }
  | { readonly type: 'fill'; readonly amount: Centavos }
  | { readonly type: 'wallet-changed' }
  | { readonly type: 'submitted-empty' };

export const EMPTY_AMOUNT = centavos(0);

/** What the entry becomes. `limit` is the largest amount of this till; `newId` makes the key of a new intent. */
export function reduceEntry(
  state: EntryState,
  action: EntryAction,
  limit: Centavos,
  newId: () => string,
): EntryState {
  const intent = (amount: Centavos): EntryState => ({ amount, problem: null, requestId: newId() });
  const refused = (problem: EntryProblem): EntryState => ({ ...state, problem });
  switch (action.type) {
    case 'digit': {
      const next = pushDigit(state.amount, action.digit, limit);
      if (!next.ok) return refused(next.error);
      return next.value === state.amount ? { ...state, problem: null } : intent(next.value);
    }
    case 'backspace':
      return intent(popDigit(state.amount));
    case 'clear':
      return intent(EMPTY_AMOUNT);
    case 'paste': {
      const pasted = parseReais(action.text, limit);
      return pasted.ok ? intent(pasted.value) : refused(pasted.error);
    }
    case 'fill':
      return intent(action.amount);
    case 'wallet-changed':
      return { ...state, requestId: newId() };
    case 'submitted-empty':
      return refused('zero');
  }
}

export type EntryStore = StoreApi<EntryState> & { dispatch(action: EntryAction, limit: Centavos): void };

/** Creates the store of the typed amount. */
export function createEntryStore(newId: () => string = newRequestId): EntryStore {
  const store = createStore<EntryState>(() => ({
    amount: EMPTY_AMOUNT,
    problem: null,
    requestId: newId(),
  }));
  return Object.assign(store, {
    dispatch: (action: EntryAction, limit: Centavos) =>
      store.setState(reduceEntry(store.getState(), action, limit, newId)),
  });
}
