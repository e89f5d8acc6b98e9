import type { PrinterProfile } from './encoder-port.ts';

/** Returns the bytes that open the drawer at a printer. The prefix puts the printer into the language of the command. */
export function drawerPulse({ prefix, drawer }: Pick<PrinterProfile, 'prefix' | 'drawer'>): Uint8Array {
  return Uint8Array.of(...prefix, ...drawer);
}
