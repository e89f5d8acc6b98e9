import type { CashierBridge, CustomerBridge } from '../../shared/rpc/bridge.ts';
import type { Port } from './transport.ts';

/** The global of the preload. It is declared only here, so no other file can use it. */
type PreloadedWindow = Window & { readonly balcao: unknown };

/** Returns the port of the till's own window. */
export function electronPort(): Port {
  const { invoke, subscribe } = (window as unknown as PreloadedWindow).balcao as CashierBridge;
  return { invoke, subscribe, capabilities: new Set(['backups', 'slips', 'save-dialog']) };
}

/** Returns the bridge of the customer's window. */
export function customerBridge(): CustomerBridge {
  return (window as unknown as PreloadedWindow).balcao as CustomerBridge;
}
