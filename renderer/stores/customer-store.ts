import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CustomerView } from '../../shared/contract/views.ts';
import type { Cancel } from '../../shared/kernel/time.ts';
import type { CustomerBridge } from '../../shared/rpc/bridge.ts';

export interface CustomerState {
  /** Null before the first view and after the core is gone: no QR may be shown then. */
  readonly view: CustomerView | null;
  /** When the view came, by the page's steady clock: the countdown runs from there. */
  readonly heardAt: number;
  /** The last shop and training band. They are kept during a restart, so that the screen is not empty. */
  readonly place: Pick<CustomerView, 'shopName' | 'zone' | 'training'> | null;
}

export type CustomerStore = StoreApi<CustomerState>;

/** Creates the store before the first view. */
export function createCustomerStore(): CustomerStore {
  return createStore<CustomerState>(() => ({ view: null, heardAt: 0, place: null }));
}

/** Connects the store with the core's views. */
export function followCore(store: CustomerStore, bridge: CustomerBridge): Cancel {
  return bridge.subscribe('customer/view', (view) => {
    store.setState((state) => ({ view, heardAt: performance.now(), place: view ?? state.place }));
  });
}
