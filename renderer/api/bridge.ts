import type { CashierBridge, CustomerBridge } from '../../shared/rpc/bridge.ts';

/** The one global that the preload gives to a page. */
declare global {
  interface Window {
    readonly balcao: unknown;
  }
}

export function cashierBridge(): CashierBridge {
  return window.balcao as CashierBridge;
}

export function customerBridge(): CustomerBridge {
  return window.balcao as CustomerBridge;
}
