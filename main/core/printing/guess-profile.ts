import type { PROFILES } from './profiles.ts';

type ProfileId = keyof typeof PROFILES;

/**
 * USB identities and their profiles, from udev rules and tables of pyescpos, escpos-buffer and ACBr. Many boards are sold under
 * several names, and projects name different printers for one number. So this is a first guess, and a person confirms it with
 * the test page. Product `*` is any product of the vendor.
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

/** Returns the first guess for a USB identity in lower-case hex. If it is not known, returns the simplest profile. */
export function guessProfile(
  usb: { readonly vendor: string; readonly product: string } | undefined,
): ProfileId {
  if (usb === undefined) return 'generic-80';
  return SEEN[`${usb.vendor}:${usb.product}`] ?? SEEN[`${usb.vendor}:*`] ?? 'generic-80';
}

/** True for the USB identity of a known printer. Used for devices that may not be opened. */
export function isSeenPrinter(usb: { readonly vendor: string; readonly product: string }): boolean {
  return `${usb.vendor}:${usb.product}` in SEEN || `${usb.vendor}:*` in SEEN;
}
