import type { PrinterProfile } from './encoder-port.ts';

/** The bytes that open the drawer at a printer, in the language which the printer is first put into. */
export function drawerPulse({ prefix, drawer }: Pick<PrinterProfile, 'prefix' | 'drawer'>): Uint8Array {
  return Uint8Array.of(...prefix, ...drawer);
}
