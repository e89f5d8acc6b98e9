import type { SearchTrouble } from '../../../shared/domain/printer/search-trouble.ts';

/** Texts of the system and of the libraries, and their meaning. The first that matches counts. */
const KNOWN: readonly (readonly [RegExp, SearchTrouble])[] = [
  [/\/sys\/bus\/usb\b.*not found/i, 'no-usb'],
  [/CUPS is not installed|scheduler is not running|print spooler|\b1722\b/i, 'no-print-service'],
  [/EACCES|EPERM|permission denied|access denied/i, 'no-permission'],
  [/cannot find (?:native binding|module|package)|ERR_DLOPEN_FAILED|udevadm ENOENT/i, 'no-library'],
  [/no answer within/i, 'no-answer'],
];

/** Returns the meaning of a text that came in place of the list of printers. */
export function searchTroubleOf(text: string): SearchTrouble {
  return KNOWN.find(([words]) => words.test(text))?.[1] ?? 'other';
}
