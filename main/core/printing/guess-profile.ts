import type { PROFILES } from './profiles.ts';

type ProfileId = keyof typeof PROFILES;

/**
 * USB identities seen in the field (udev rules and tables of pyescpos, escpos-buffer, ACBr). Many boards are sold under
 * several names and different projects name different printers for the same number, so this is a first guess that a
 * person confirms on the test page; product `*` is any of the vendor's.
 */
const SEEN: Readonly<Record<string, ProfileId>> = {
  '04b8:*': 'epson',
  '20d1:7008': 'elgin-i9',
  '0b1b:*': 'bematech-escpos',
  '23b8:0005': 'daruma',
  '0416:5011': 'generic-58',
  '0483:5743': 'generic-80',
  '6868:0200': 'generic-58',
  '0fe6:811e': 'generic-80',
  '1fc9:2016': 'generic-80',
};

/** A profile to begin with, from a printer's USB identity in lower-case hex; the plainest where nothing is known. */
export function guessProfile(
  usb: { readonly vendor: string; readonly product: string } | undefined,
): ProfileId {
  if (usb === undefined) return 'generic-80';
  return SEEN[`${usb.vendor}:${usb.product}`] ?? SEEN[`${usb.vendor}:*`] ?? 'generic-80';
}

/** Whether a USB identity is of a printer that has been seen: for devices that may not be looked into. */
export function isSeenPrinter(usb: { readonly vendor: string; readonly product: string }): boolean {
  return `${usb.vendor}:${usb.product}` in SEEN || `${usb.vendor}:*` in SEEN;
}
