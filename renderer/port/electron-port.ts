import type { CashierBridge, CustomerBridge } from '../../shared/rpc/bridge.ts';
import type { Port } from './transport.ts';

/** The one global that the preload gives to a page. It is declared here and nowhere else, so no other file can name it. */
type PreloadedWindow = Window & { readonly balcao: unknown };

/** Returns the port of the till's own window. */
export function electronPort(): Port {
  const { invoke, subscribe } = (window as unknown as PreloadedWindow).balcao as CashierBridge;
  return { invoke, subscribe, capabilities: new Set(['backups', 'slips', 'save-dialog']) };
}

/** Returns what the customer's window may use. */
export function customerBridge(): CustomerBridge {
  return (window as unknown as PreloadedWindow).balcao as CustomerBridge;
}
