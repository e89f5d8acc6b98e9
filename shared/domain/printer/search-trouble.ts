/** Why printers of one kind could not be searched. */
export const SEARCH_TROUBLES = [
  /** This machine has no USB ports, as in a virtual machine. */
  'no-usb',
  /** The system's print service is not installed or does not run. */
  'no-print-service',
  /** The system denies the search to this user. */
  'no-permission',
  /** The library of this kind does not load on this machine. */
  'no-library',
  'no-answer',
  /** None of these. The text of the system is in the log. */
  'other',
] as const;
export type SearchTrouble = (typeof SEARCH_TROUBLES)[number];
