import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { TillView } from '../../shared/contract/views.ts';
import type { Transport } from '../port/transport.ts';
import type { EntryState, EntryStore } from '../stores/entry-store.ts';
import type { TillState, TillStore } from '../stores/till-store.ts';
import type { UiState, UiStore } from '../stores/ui-store.ts';
import type { Actions } from './actions.ts';

/** What every part of the cashier's window may reach. */
export interface Cashier {
  readonly port: Transport;
  readonly till: TillStore;
  readonly entry: EntryStore;
  readonly ui: UiStore;
  readonly actions: Actions;
}

export const CashierContext = createContext<Cashier | null>(null);

/** Returns the stores and actions of the cashier's window. */
export function useCashier(): Cashier {
  const cashier = useContext(CashierContext);
  if (cashier === null) throw new Error('no cashier around this component');
  return cashier;
}

/** Returns the actions. */
export const useActions = (): Actions => useCashier().actions;

/** Returns a part of the till's state. The component is drawn again when it changes. */
export function useTill<T>(select: (state: TillState) => T): T {
  return useStore(useCashier().till, select);
}

/** Returns a part of the page's state. */
export function useUi<T>(select: (state: UiState) => T): T {
  return useStore(useCashier().ui, select);
}

/** Returns a part of the typed amount's state. */
export function useEntry<T>(select: (state: EntryState) => T): T {
  return useStore(useCashier().entry, select);
}

/** The core's view, for parts that are drawn only while there is one. */
export function useView(): TillView {
  const view = useTill((state) => state.view);
  if (view === null) throw new Error('drawn without a view');
  return view;
}
